// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "firmware/document/paint/culling.h"
#include "firmware/document/paint/object_painter.h"
#include "firmware/document/paint/path_work.h"

namespace kiosk::document::paint {

namespace {

constexpr std::size_t kLongCurve = 64; ///< steps

/// Lines reach beyond the boundary by their width; producers compute it from the path alone.
double lineSlack(const ofd::Object& object) {
    const ofd::Matrix& m = object.ctm;
    const double scale = std::max(std::hypot(m.a, m.b), std::hypot(m.c, m.d));
    return std::abs(object.style.lineWidth.value_or(0.353)) * scale + 0.1;
}

/// How far a line can reach from its path, in the object's space: half its width, at corners times
/// the mitre limit; the rest is for lines of no width.
double lineReach(const ofd::Style& style) {
    const double width = std::abs(style.lineWidth.value_or(0.353));
    return width * std::max(style.miterLimit.value_or(4.234), 2.0) + 0.1;
}

} // namespace

void ObjectPainter::drawContent(const ofd::Object& object, const ofd::PathContent& path) {
    if (path.steps.empty() || !spend(path.steps.size()))
        return;
    clipToBoundary(object.boundary, lineSlack(object));
    if (!enterObjectSpace(object))
        return;
    const ofd::Style& style = object.style;
    if (!meetsClip(context_, grown(extentsOf(path.steps), lineReach(style))) ||
        !spend(pathWork(context_, path.steps, style)))
        return;
    cairo_new_path(context_);
    appendPath(context_, path.steps);
    if (path.filled && style.fill && setSource(*style.fill, object.alpha)) {
        cairo_set_fill_rule(context_, toCairo(path.rule));
        cairo_fill_preserve(context_);
    }
    if (path.stroked && setSource(style.stroke.value_or(ofd::Paint{}), object.alpha)) {
        setLine(context_, style);
        setEdges(path);
        cairo_stroke_preserve(context_);
    }
    cairo_new_path(context_);
}

/// Long curves on a dense target, guilloche that is, get 4 x 4 samples a pixel instead of 17 x 15:
/// a quarter of the cost, for edges that differ by less than a printer can show. Frames and
/// underlines stay exact: their edges lie between two samples for the whole width of a page.
void ObjectPainter::setEdges(const ofd::PathContent& path) {
    const bool coarse = isDense_ && path.steps.size() >= kLongCurve;
    cairo_set_antialias(context_, coarse ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT);
}

} // namespace kiosk::document::paint
