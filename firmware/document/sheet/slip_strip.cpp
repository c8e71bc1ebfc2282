// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/sheet/printed_code.h"
#include "firmware/document/sheet/printed_text.h"
#include "firmware/document/sheet/sheet.h"
#include "firmware/document/sheet/strip_paper.h"

namespace kiosk::document {

namespace {

double drawNumber(cairo_t* context, double y, double width, const Slip& slip) {
    constexpr double kNumberBelowLabel = 6.5;
    y += drawText(context, kStripMarginMm, y, width, slip.numberLabel,
                  {.points = 13, .overflow = TextStyle::Overflow::wrap});
    drawText(
        context, kStripMarginMm, y + kNumberBelowLabel, width, slip.number,
        {.points = 40, .weight = TextStyle::Weight::bold, .overflow = TextStyle::Overflow::shrink});
    return y + kNumberBelowLabel + 5;
}

Result<double> drawStripCode(cairo_t* context, double y, double width, const std::string& code) {
    constexpr double kSide = 40;
    const double left = kStripMarginMm + (width - kSide) / 2;
    TRY(drawCode(context, {.x = left, .y = y + 4, .width = kSide, .height = kSide}, code));
    return y + kSide + 8;
}

/// Draws in millimetres; returns how long the strip is.
Result<double> drawStrip(const Slip& slip, double width, cairo_t* context) {
    double y = 8;
    for (const std::string& heading : slip.heading)
        y += drawText(context, kStripMarginMm, y, width, heading,
                      {.points = 17,
                       .weight = TextStyle::Weight::bold,
                       .overflow = TextStyle::Overflow::wrap});
    if (!slip.number.empty())
        y = drawNumber(context, y + 1, width, slip);
    if (!slip.code.empty())
        y = TRY(drawStripCode(context, y - 4, width, slip.code));
    cairo_set_line_width(context, 0.4);
    cairo_move_to(context, kStripMarginMm, y);
    cairo_line_to(context, kStripMarginMm + width, y);
    cairo_stroke(context);
    y += 7;
    constexpr double kBetweenLines = 1.5;
    for (const std::string& line : slip.lines)
        y += drawText(context, kStripMarginMm, y, width, line,
                      {.points = 13, .overflow = TextStyle::Overflow::wrap}) +
             kBetweenLines;
    return y;
}

} // namespace

Result<SlipStrip> drawSlipStrip(const Slip& slip, int width, int dotsPerInch) {
    return drawnStrip(width, dotsPerInch, [&slip](double room, cairo_t* context) {
        return drawStrip(slip, room, context);
    });
}

} // namespace kiosk::document
