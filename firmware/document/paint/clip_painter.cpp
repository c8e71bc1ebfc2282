// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/document/paint/object_painter.h"
#include "firmware/document/paint/path_work.h"

namespace kiosk::document::paint {

namespace {

/// More shapes are not compared with each other.
constexpr std::size_t kMostCompared = 32;

bool overlap(const ClipShape& a, const ClipShape& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/// Whether one path of all shapes encloses what they enclose together. Shapes that touch would
/// cancel each other out where they wind in opposite ways.
bool uniteAsOnePath(const std::vector<ClipShape>& shapes) {
    if (shapes.size() > kMostCompared)
        return false;
    for (auto a = shapes.begin(); a != shapes.end(); ++a) {
        const bool alone = std::none_of(a + 1, shapes.end(), [&](const ClipShape& b) {
            return a->rule != b.rule || overlap(*a, b);
        });
        if (!alone)
            return false;
    }
    return true;
}

} // namespace

std::vector<ClipShape> ObjectPainter::clipShapes(const ofd::Object& object, const ofd::Clip& clip) {
    std::vector<ClipShape> shapes;
    for (const ofd::ClipArea& area : clip.areas) {
        for (const ofd::Object& shape : area.shapes) {
            cairo_new_path(context_);
            {
                const SavedState saved(context_);
                if ((clip.followsObject && !transformed(context_, object.ctm)) ||
                    !transformed(context_, area.ctm))
                    break;
                appendShape(shape);
            }
            ClipShape& added = shapes.emplace_back();
            added.path.reset(cairo_copy_path(context_));
            const auto* path = std::get_if<ofd::PathContent>(&shape.content);
            added.rule = path == nullptr ? CAIRO_FILL_RULE_WINDING : toCairo(path->rule);
            cairo_path_extents(context_, &added.left, &added.top, &added.right, &added.bottom);
        }
    }
    return shapes;
}

/// Areas unite. Null where the context's own clip can say so, else the mask to draw through.
SourcePattern ObjectPainter::clip(const ofd::Object& object, const ofd::Clip& clip) {
    const std::vector<ClipShape> shapes = clipShapes(object, clip);
    cairo_new_path(context_);
    if (uniteAsOnePath(shapes)) {
        for (const ClipShape& shape : shapes)
            cairo_append_path(context_, shape.path.get());
        cairo_set_fill_rule(context_, shapes.empty() ? CAIRO_FILL_RULE_WINDING : shapes[0].rule);
        cairo_clip(context_);
        return nullptr;
    }
    cairo_push_group_with_content(context_, CAIRO_CONTENT_ALPHA);
    for (const ClipShape& shape : shapes) {
        cairo_append_path(context_, shape.path.get());
        cairo_set_fill_rule(context_, shape.rule);
        cairo_fill(context_);
    }
    return SourcePattern(cairo_pop_group(context_));
}

void ObjectPainter::appendShape(const ofd::Object& shape) {
    const SavedState saved(context_);
    cairo_translate(context_, shape.boundary.x, shape.boundary.y);
    if (!transformed(context_, shape.ctm))
        return;
    if (const auto* path = std::get_if<ofd::PathContent>(&shape.content)) {
        if (spend(path->steps.size() + pathWork(context_, path->steps, {})))
            appendPath(context_, path->steps);
    } else if (const auto* text = std::get_if<ofd::TextContent>(&shape.content)) {
        appendText(*text);
    }
}

} // namespace kiosk::document::paint
