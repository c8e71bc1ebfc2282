// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "firmware/document/paint/object_painter.h"

namespace kiosk::document::paint {

namespace {

/// Lines reach beyond the boundary by their width; producers compute it from the path alone.
double lineSlack(const ofd::Object& object) {
    const ofd::Matrix& m = object.ctm;
    const double scale = std::max(std::hypot(m.a, m.b), std::hypot(m.c, m.d));
    return std::abs(object.style.lineWidth.value_or(0.353)) * scale + 0.1;
}

} // namespace

void ObjectPainter::drawContent(const ofd::Object& object, const ofd::PathContent& path) {
    if (path.steps.empty() || !spend(path.steps.size()))
        return;
    clipToBoundary(object.boundary, lineSlack(object));
    if (!enterObjectSpace(object))
        return;
    const ofd::Style& style = object.style;
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

} // namespace kiosk::document::paint
