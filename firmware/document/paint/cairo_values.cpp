// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/cairo_values.h"

#include <algorithm>
#include <cmath>

namespace kiosk::document::paint {

namespace {

constexpr double kDefaultLineWidth = 0.353;
constexpr double kDefaultMiterLimit = 4.234;
/// A width of 0 asks for the thinnest line; Cairo would draw none.
constexpr double kThinnestLine = 0.05;

cairo_line_cap_t toCairo(ofd::Cap cap) {
    switch (cap) {
    case ofd::Cap::butt:
        return CAIRO_LINE_CAP_BUTT;
    case ofd::Cap::round:
        return CAIRO_LINE_CAP_ROUND;
    case ofd::Cap::square:
        return CAIRO_LINE_CAP_SQUARE;
    }
    return CAIRO_LINE_CAP_BUTT;
}

cairo_line_join_t toCairo(ofd::Join join) {
    switch (join) {
    case ofd::Join::miter:
        return CAIRO_LINE_JOIN_MITER;
    case ofd::Join::round:
        return CAIRO_LINE_JOIN_ROUND;
    case ofd::Join::bevel:
        return CAIRO_LINE_JOIN_BEVEL;
    }
    return CAIRO_LINE_JOIN_MITER;
}

/// Cairo takes no negative lengths and no pattern of nothing but zeros.
void setDash(cairo_t* context, const ofd::Style& style) {
    const std::vector<double> dash = style.dash.value_or(std::vector<double>{});
    const bool negative = std::ranges::any_of(dash, [](double length) { return length < 0; });
    const bool positive = std::ranges::any_of(dash, [](double length) { return length > 0; });
    if (positive && !negative)
        cairo_set_dash(context, dash.data(), static_cast<int>(dash.size()),
                       style.dashOffset.value_or(0));
}

bool hasArea(const cairo_matrix_t& m) {
    const double area = m.xx * m.yy - m.xy * m.yx;
    return std::isfinite(area) && std::abs(area) > 1e-12;
}

} // namespace

cairo_matrix_t toCairo(const ofd::Matrix& matrix) {
    return {matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f};
}

cairo_fill_rule_t toCairo(ofd::FillRule rule) {
    return rule == ofd::FillRule::evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING;
}

bool transformed(cairo_t* context, const ofd::Matrix& matrix) {
    const cairo_matrix_t own = toCairo(matrix);
    cairo_matrix_t outer;
    cairo_matrix_t together;
    cairo_get_matrix(context, &outer);
    cairo_matrix_multiply(&together, &own, &outer);
    if (!hasArea(own) || !hasArea(together))
        return false;
    cairo_transform(context, &own);
    return true;
}

bool keepsShapes(cairo_t* context) {
    return cairo_surface_get_type(cairo_get_target(context)) != CAIRO_SURFACE_TYPE_IMAGE;
}

void setLine(cairo_t* context, const ofd::Style& style) {
    const double width = std::abs(style.lineWidth.value_or(kDefaultLineWidth));
    cairo_set_line_width(context, std::max(width, kThinnestLine));
    cairo_set_line_cap(context, toCairo(style.cap.value_or(ofd::Cap::butt)));
    cairo_set_line_join(context, toCairo(style.join.value_or(ofd::Join::miter)));
    cairo_set_miter_limit(context, std::max(1.0, style.miterLimit.value_or(kDefaultMiterLimit)));
    setDash(context, style);
}

double pixelsPerUnit(cairo_t* context) {
    double x = 1;
    double y = 0;
    cairo_user_to_device_distance(context, &x, &y);
    return std::hypot(x, y);
}

} // namespace kiosk::document::paint
