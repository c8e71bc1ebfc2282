// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "firmware/document/paint/object_painter.h"
#include "firmware/document/paint/path_work.h"
#include "firmware/document/paint/shading.h"

namespace kiosk::document::paint {

namespace {

/// Lines reach beyond the boundary by their width; producers compute it from the path alone.
double lineSlack(const ofd::Object& object) {
    const ofd::Matrix& m = object.ctm;
    const double scale = std::max(std::hypot(m.a, m.b), std::hypot(m.c, m.d));
    return std::abs(object.style.lineWidth.value_or(0.353)) * scale + 0.1;
}

cairo_fill_rule_t toCairo(ofd::FillRule rule) {
    return rule == ofd::FillRule::evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING;
}

bool isTile(const ofd::Pattern& pattern) {
    return pattern.width > 0 && pattern.height > 0 && pattern.xStep > 0 && pattern.yStep > 0;
}

} // namespace

void ObjectPainter::drawContent(const ofd::Object& object, const ofd::PathContent& path) {
    if (path.steps.empty() || !spend(path.steps.size()))
        return;
    clipToBoundary(object.boundary, lineSlack(object));
    if (!enterObjectSpace(object))
        return;
    const ofd::Style& style = object.style;
    if (!spend(pathWork(context_, path.steps, style)))
        return;
    cairo_new_path(context_);
    appendPath(context_, path.steps);
    if (path.filled && style.fill && setSource(*style.fill, object.alpha)) {
        cairo_set_fill_rule(context_, toCairo(path.rule));
        cairo_fill_preserve(context_);
    }
    if (path.stroked && setSource(style.stroke.value_or(ofd::Paint{}), object.alpha)) {
        setLine(context_, style);
        cairo_stroke_preserve(context_);
    }
    cairo_new_path(context_);
}

/// Areas unite: their outlines form one path, filled by winding unless a lone one says otherwise.
void ObjectPainter::clip(const ofd::Object& object, const ofd::Clip& clip) {
    cairo_fill_rule_t rule = CAIRO_FILL_RULE_WINDING;
    cairo_new_path(context_);
    for (const ofd::ClipArea& area : clip.areas) {
        const SavedState saved(context_);
        if ((clip.followsObject && !transformed(context_, object.ctm)) ||
            !transformed(context_, area.ctm))
            continue;
        for (const ofd::Object& shape : area.shapes) {
            appendShape(shape);
            const auto* path = std::get_if<ofd::PathContent>(&shape.content);
            if (path != nullptr && clip.areas.size() == 1 && area.shapes.size() == 1)
                rule = toCairo(path->rule);
        }
    }
    cairo_set_fill_rule(context_, rule);
    cairo_clip(context_);
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

bool ObjectPainter::setSource(const ofd::Paint& paint, double alpha) {
    if (paint.pattern)
        return setPattern(*paint.pattern);
    if (paint.shading) {
        const SourcePattern shading = makeShading(*paint.shading, alpha * paint.colour.alpha);
        cairo_set_source(context_, shading.get());
        return true;
    }
    const double opacity = alpha * paint.colour.alpha;
    cairo_set_source_rgba(context_, paint.colour.red, paint.colour.green, paint.colour.blue,
                          opacity);
    return opacity > 0;
}

bool ObjectPainter::setPattern(const ofd::Pattern& pattern) {
    const cairo_matrix_t placed = toCairo(pattern.ctm);
    cairo_matrix_t toTile = placed;
    if (!isTile(pattern) || nesting_ >= kDeepestNesting ||
        cairo_matrix_invert(&toTile) != CAIRO_STATUS_SUCCESS)
        return false;
    const cairo_rectangle_t extents{0, 0, pattern.xStep, pattern.yStep};
    const Surface tile(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents));
    const Context context(cairo_create(tile.get()));
    ObjectPainter painter(context.get(), workshop_);
    painter.nesting_ = nesting_ + 1;
    painter.work_ = work_;
    painter.draw(pattern.cell);
    work_ = painter.work_;
    const SourcePattern source(cairo_pattern_create_for_surface(tile.get()));
    cairo_pattern_set_extend(source.get(), CAIRO_EXTEND_REPEAT);
    cairo_pattern_set_matrix(source.get(), &toTile);
    cairo_set_source(context_, source.get());
    return true;
}

} // namespace kiosk::document::paint
