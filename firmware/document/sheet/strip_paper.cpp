// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/sheet/strip_paper.h"

#include <cmath>
#include <memory>

namespace kiosk::document {

namespace {

constexpr double kMillimetresPerInch = 25.4;
constexpr double kLongestMm = 1000;

struct StripReleaser {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

using Draw = std::function<Result<double>(double width, cairo_t*)>;

/// On paper `height` dots high; what is drawn below it is lost.
Result<double> drawOn(cairo_surface_t* surface, const Draw& draw, int width, int dotsPerInch) {
    const std::unique_ptr<cairo_t, StripReleaser> context(cairo_create(surface));
    const double dotsPerMm = dotsPerInch / kMillimetresPerInch;
    cairo_scale(context.get(), dotsPerMm, dotsPerMm);
    const double length = TRY(draw(width / dotsPerMm - 2 * kStripMarginMm, context.get()));
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

Result<SlipStrip> drawnStrip(int width, int dotsPerInch, const Draw& draw) {
    const double length = TRY(drawOn(paper(width, 1).get(), draw, width, dotsPerInch));
    if (length > kLongestMm)
        return fail(ErrorKind::internal, "sheet.drawing-failed", Remedy::supplier,
                    "a slip too long");
    const int height = static_cast<int>(std::ceil(length * dotsPerInch / kMillimetresPerInch));
    const auto surface = paper(width, height);
    TRY(drawOn(surface.get(), draw, width, dotsPerInch));
    return SlipStrip{width, height, dotsOf(surface.get(), width, height)};
}

} // namespace kiosk::document
