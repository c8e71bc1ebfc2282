// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/page/page_pictures.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <vector>

#include <cairo.h>
#include <jpeglib.h>

#include "tests/sandbox/issuing/seal_picture.h"
#include "tests/support/cairo_output.h"

namespace kiosk::speed {

namespace {

constexpr int kWidth = 1240;
constexpr int kHeight = 1754;
constexpr int kSealPixels = 472;

using Surface = tests::SurfacePtr;
using Context = tests::ContextPtr;

JSAMPLE level(double value) {
    return static_cast<JSAMPLE>(std::lround(value));
}

/// Warm paper with a slow shimmer of green and rose under the grain.
std::vector<JSAMPLE> groundRow(int y, std::minstd_rand& random) {
    std::vector<JSAMPLE> row;
    for (int x = 0; x < kWidth; ++x) {
        const double grain = static_cast<double>(random() % 5) - 2;
        const double shimmer = std::sin(x / 90.0 + y / 140.0) * std::cos(y / 75.0);
        row.push_back(level(240 + 6 * shimmer + grain));
        row.push_back(level(240 - 5 * shimmer + grain));
        row.push_back(level(228 + grain));
    }
    return row;
}

cairo_status_t take(void* source, unsigned char* data, unsigned size) {
    auto& rest = *static_cast<ByteView*>(source);
    if (rest.size() < size)
        return CAIRO_STATUS_READ_ERROR;
    std::ranges::copy(rest.first(size), std::as_writable_bytes(std::span(data, size)).begin());
    rest = rest.subspan(size);
    return CAIRO_STATUS_SUCCESS;
}

void setGround(jpeg_compress_struct& info) {
    info.image_width = kWidth;
    info.image_height = kHeight;
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, 75, TRUE);
}

} // namespace

std::string backgroundJpeg() {
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &bytes, &size);
    setGround(info);
    jpeg_start_compress(&info, TRUE);
    std::minstd_rand random(7);
    for (int y = 0; y < kHeight; ++y) {
        std::vector<JSAMPLE> row = groundRow(y, random);
        JSAMPROW rows = row.data();
        jpeg_write_scanlines(&info, &rows, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    std::string jpeg = toText(std::as_bytes(std::span(bytes, size)));
    std::free(bytes); // NOLINT(cppcoreguidelines-no-malloc): libjpeg's own buffer
    return jpeg;
}

Bytes sealPng() {
    const Bytes large =
        sandbox::drawSealPng({"云州市证照管理局", "电子证照专用章", "9901000036906"});
    ByteView rest = large;
    const Surface drawn(cairo_image_surface_create_from_png_stream(take, &rest));
    const Surface seal(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, kSealPixels, kSealPixels));
    const Context context(cairo_create(seal.get()));
    const double scale = double{kSealPixels} / cairo_image_surface_get_width(drawn.get());
    cairo_scale(context.get(), scale, scale);
    cairo_set_source_surface(context.get(), drawn.get(), 0, 0);
    cairo_paint(context.get());
    Bytes png;
    cairo_surface_write_to_png_stream(seal.get(), tests::appendOutput, &png);
    return png;
}

} // namespace kiosk::speed
