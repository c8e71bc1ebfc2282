// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <ZXing/ReadBarcode.h>
#include <catch2/catch.hpp>

#include "firmware/document/sheet/sheet_pages.h"
#include "tests/support/sample_marks.h"

/// Sheets as a scanner sees them, and pages to set on them.
namespace kiosk::document {

/// Pages that show their own border, so that a look at the sheet tells where they went.
inline SheetPages bordered(std::size_t count, double width, double height) {
    return {.count = count,
            .size = [=](std::size_t) { return SizeMm{{width}, {height}}; },
            .draw = [=](std::size_t, cairo_t* context) -> Result<> {
                cairo_set_source_rgb(context, 0.7, 0.1, 0.1);
                cairo_set_line_width(context, 2);
                cairo_rectangle(context, 3, 3, width - 6, height - 6);
                cairo_stroke(context);
                cairo_rectangle(context, 3, 3, 40, 20); // the page's top left corner
                cairo_fill(context);
                return {};
            }};
}

struct SurfaceReleaser {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceReleaser>;

/// The sheet as a scanner at `dpi` sees it, 8-bit grey.
struct Scan {
    Surface surface;
    int width = 0, height = 0;

    std::vector<std::uint8_t> grey() const {
        std::vector<std::uint8_t> pixels;
        const unsigned char* data = cairo_image_surface_get_data(surface.get());
        const int stride = cairo_image_surface_get_stride(surface.get());
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                pixels.push_back(data[y * stride + 4 * x + 1]);
        return pixels;
    }
};

/// A page of an A4 sheet on white paper.
inline Scan scan(const SheetPages& pages, const SheetMarks& what, double dpi,
                 std::size_t page = 0) {
    const double scale = dpi / 25.4;
    Scan scan{.width = static_cast<int>(210 * scale), .height = static_cast<int>(297 * scale)};
    scan.surface.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24, scan.width, scan.height));
    const std::unique_ptr<cairo_t, SurfaceReleaser> context(cairo_create(scan.surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_scale(context.get(), scale, scale);
    REQUIRE(drawSheet(pages, page, what, context.get()));
    cairo_surface_flush(scan.surface.get());
    return scan;
}

inline std::string readCode(const Scan& picture) {
    const auto pixels = picture.grey();
    const ZXing::ImageView view(pixels.data(), picture.width, picture.height,
                                ZXing::ImageFormat::Lum);
    return ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode))
        .text();
}

/// Is anything darker than light grey within the box (millimetres)?
inline bool hasInk(const Scan& picture, const BoxMm& box) {
    const auto pixels = picture.grey();
    const double scale = picture.width / 210.0;
    for (int y = static_cast<int>(box.y * scale); y < (box.y + box.height) * scale; ++y)
        for (int x = static_cast<int>(box.x * scale); x < (box.x + box.width) * scale; ++x)
            if (pixels[static_cast<std::size_t>(y * picture.width + x)] < 200)
                return true;
    return false;
}

} // namespace kiosk::document
