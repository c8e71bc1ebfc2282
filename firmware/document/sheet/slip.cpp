// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/sheet/pdf_writer.h"
#include "firmware/document/sheet/printed_code.h"
#include "firmware/document/sheet/printed_text.h"
#include "firmware/document/sheet/sheet.h"

namespace kiosk::document {

namespace {

using Weight = TextStyle::Weight;
using Ink = TextStyle::Ink;
using Align = TextStyle::Align;
using Overflow = TextStyle::Overflow;

constexpr double kLeft = 18;
constexpr double kWidth = 174;
constexpr BoxMm kSlipCode{.x = 152, .y = 16, .width = 40, .height = 40};
constexpr double kBesideCode = 126;

void drawRule(cairo_t* context, double y) {
    cairo_set_source_rgb(context, 0.25, 0.25, 0.25);
    cairo_set_line_width(context, 0.25);
    cairo_move_to(context, kLeft, y);
    cairo_line_to(context, kLeft + kWidth, y);
    cairo_stroke(context);
}

Result<> drawSlip(const Slip& slip, cairo_t* context) {
    const double width = slip.code.empty() ? kWidth : kBesideCode;
    double y = 26;
    for (const std::string& heading : slip.heading)
        y += drawText(context, kLeft, y, width, heading,
                      {.points = 24, .weight = Weight::bold, .overflow = Overflow::wrap});
    if (!slip.number.empty()) {
        y += drawText(context, kLeft, y, width, slip.numberLabel,
                      {.points = 16, .overflow = Overflow::wrap});
        y += 10;
        drawText(context, kLeft, y, width, slip.number,
                 {.points = 54, .weight = Weight::bold, .overflow = Overflow::shrink});
    }
    if (!slip.code.empty()) {
        TRY(drawCode(context, kSlipCode, slip.code));
        y = std::max(y, kSlipCode.y + kSlipCode.height);
    }
    y += 8;
    drawRule(context, y);
    y += 11;
    for (const std::string& line : slip.lines)
        y += drawText(context, kLeft, y, kWidth, line, {.points = 16, .overflow = Overflow::wrap}) +
             2.5;
    return {};
}

} // namespace

Result<Sheet> composeSlip(const Slip& slip) {
    return writePdf(1, [&](std::size_t, cairo_t* context) { return drawSlip(slip, context); });
}

} // namespace kiosk::document
