// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/object_painter.h"

#include <cmath>

namespace kiosk::document::paint {

namespace {

/// Keeping and giving back Cairo's state takes as long as so many steps of a path.
constexpr std::size_t kObjectWork = 4;

std::string place(const ofd::Object& object) {
    return "object " + std::to_string(object.id);
}

} // namespace

void ObjectPainter::draw(const std::vector<ofd::Object>& objects) {
    for (const ofd::Object& object : objects) {
        if (object.visible && object.alpha > 0 && spend(kObjectWork))
            draw(object);
    }
}

bool ObjectPainter::spend(std::size_t work) {
    work_ += work;
    return !overworked();
}

void ObjectPainter::draw(const ofd::Object& object) {
    const SavedState saved(context_);
    cairo_translate(context_, object.boundary.x, object.boundary.y);
    std::vector<SourcePattern> masks;
    for (const ofd::Clip& each : object.clips) {
        if (SourcePattern mask = clip(object, each))
            masks.push_back(std::move(mask));
    }
    for (std::size_t i = 0; i < masks.size(); ++i)
        cairo_push_group(context_);
    std::visit([&](const auto& content) { drawContent(object, content); }, object.content);
    for (const SourcePattern& mask : masks) {
        cairo_pop_group_to_source(context_);
        cairo_mask(context_, mask.get());
    }
}

bool ObjectPainter::enterObjectSpace(const ofd::Object& object) {
    if (transformed(context_, object.ctm))
        return true;
    workshop_.findings.add("object.flat-matrix", place(object));
    return false;
}

/// Called with the origin at the boundary's corner.
void ObjectPainter::clipToBoundary(const BoxMm& boundary, double slack) {
    cairo_rectangle(context_, -slack, -slack, boundary.width + 2 * slack,
                    boundary.height + 2 * slack);
    cairo_clip(context_);
}

void ObjectPainter::drawContent(const ofd::Object& object, const ofd::CompositeContent& composite) {
    const auto unit = workshop_.model.resources.composites.find(composite.unit);
    if (unit == workshop_.model.resources.composites.end())
        return workshop_.findings.add("composite.missing-resource", place(object));
    if (nesting_ >= kDeepestNesting)
        return workshop_.findings.add("composite.too-deep", place(object));
    clipToBoundary(object.boundary, 0);
    if (!enterObjectSpace(object))
        return;
    ++nesting_;
    if (object.alpha < 1)
        cairo_push_group(context_);
    draw(unit->second.objects);
    if (object.alpha < 1) {
        cairo_pop_group_to_source(context_);
        cairo_paint_with_alpha(context_, object.alpha);
    }
    --nesting_;
}

} // namespace kiosk::document::paint
