// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <memory>

#include "firmware/document/sheet/printed_code.h"
#include "firmware/document/sheet/printed_text.h"
#include "firmware/document/sheet/sheet.h"

namespace kiosk::document {

namespace {

constexpr double kMillimetresPerInch = 25.4;
constexpr double kMarginMm = 2;
constexpr double kLongestMm = 1000;

struct StripReleaser {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

double drawNumber(cairo_t* context, double y, double width, const Slip& slip) {
    constexpr double kNumberBelowLabel = 6.5;
    y += drawText(context, kMarginMm, y, width, slip.numberLabel,
                  {.points = 13, .overflow = TextStyle::Overflow::wrap});
    drawText(
        context, kMarginMm, y + kNumberBelowLabel, width, slip.number,
        {.points = 40, .weight = TextStyle::Weight::bold, .overflow = TextStyle::Overflow::shrink});
    return y + kNumberBelowLabel + 5;
}

Result<double> drawStripCode(cairo_t* context, double y, double width, const std::string& code) {
    constexpr double kSide = 40;
    const double left = kMarginMm + (width - kSide) / 2;
    TRY(drawCode(context, {.x = left, .y = y + 4, .width = kSide, .height = kSide}, code));
    return y + kSide + 8;
}

/// Draws in millimetres; returns how long the strip is.
Result<double> drawStrip(const Slip& slip, double width, cairo_t* context) {
    double y = 8;
    for (const std::string& heading : slip.heading)
        y += drawText(context, kMarginMm, y, width, heading,
                      {.points = 17,
                       .weight = TextStyle::Weight::bold,
                       .overflow = TextStyle::Overflow::wrap});
    if (!slip.number.empty())
        y = drawNumber(context, y + 1, width, slip);
    if (!slip.code.empty())
        y = TRY(drawStripCode(context, y - 4, width, slip.code));
    cairo_set_line_width(context, 0.4);
    cairo_move_to(context, kMarginMm, y);
    cairo_line_to(context, kMarginMm + width, y);
    cairo_stroke(context);
    y += 7;
    constexpr double kBetweenLines = 1.5;
    for (const std::string& line : slip.lines)
        y += drawText(context, kMarginMm, y, width, line,
                      {.points = 13, .overflow = TextStyle::Overflow::wrap}) +
             kBetweenLines;
    return y;
}

/// On paper `height` dots high; what is drawn below it is lost.
Result<double> drawOn(cairo_surface_t* surface, const Slip& slip, int width, int dotsPerInch) {
    const std::unique_ptr<cairo_t, StripReleaser> context(cairo_create(surface));
    const double dotsPerMm = dotsPerInch / kMillimetresPerInch;
    cairo_scale(context.get(), dotsPerMm, dotsPerMm);
    const double length = TRY(drawStrip(slip, width / dotsPerMm - 2 * kMarginMm, context.get()));
    cairo_surface_flush(surface);
    if (const cairo_status_t status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS)
        return fail(ErrorKind::internal, "sheet.drawing-failed", Remedy::supplier,
                    cairo_status_to_string(status));
    return length;
}

std::unique_ptr<cairo_surface_t, StripReleaser> paper(int width, int height) {
    return std::unique_ptr<cairo_surface_t, StripReleaser>(
        cairo_image_surface_create(CAIRO_FORMAT_A8, width, height));
}

/// Ink is what the surface holds; paper is white.
Bytes dotsOf(cairo_surface_t* surface, int width, int height) {
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    const unsigned char* ink = cairo_image_surface_get_data(surface);
    Bytes dots;
    for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y)
        for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x)
            dots.push_back(static_cast<std::byte>(255 - ink[y * stride + x]));
    return dots;
}

} // namespace

Result<SlipStrip> drawSlipStrip(const Slip& slip, int width, int dotsPerInch) {
    const double length = TRY(drawOn(paper(width, 1).get(), slip, width, dotsPerInch));
    if (length > kLongestMm)
        return fail(ErrorKind::internal, "sheet.drawing-failed", Remedy::supplier,
                    "a slip too long");
    const int height = static_cast<int>(std::ceil(length * dotsPerInch / kMillimetresPerInch));
    const auto surface = paper(width, height);
    TRY(drawOn(surface.get(), slip, width, dotsPerInch));
    return SlipStrip{width, height, dotsOf(surface.get(), width, height)};
}

} // namespace kiosk::document
