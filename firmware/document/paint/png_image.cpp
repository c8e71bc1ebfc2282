// SPDX-License-Identifier: Apache-2.0
#include <png.h>

#include "firmware/document/paint/images.h"

namespace kiosk::document::paint {

namespace {

/// Frees what libpng's simplified interface holds, whatever way out is taken.
struct PngReading {
    png_image image{};
    PngReading() { image.version = PNG_IMAGE_VERSION; }
    ~PngReading() { png_image_free(&image); }
    PngReading(const PngReading&) = delete;
    PngReading& operator=(const PngReading&) = delete;
};

std::uint32_t premultiplied(std::uint32_t pixel) {
    const std::uint32_t alpha = pixel >> 24U;
    const auto scaled = [alpha, pixel](unsigned shift) {
        return ((pixel >> shift & 0xFFU) * alpha + 127) / 255 << shift;
    };
    return alpha << 24U | scaled(16) | scaled(8) | scaled(0);
}

} // namespace

Result<Surface> decodePng(ByteView image) {
    PngReading png;
    if (png_image_begin_read_from_memory(&png.image, image.data(), image.size()) == 0)
        return damagedImage("PNG");
    // Samples of 16 bits are as often without a stated gamma as those of 8, and mean the same.
    png.image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    png.image.format = PNG_FORMAT_BGRA; // 0xAARRGGBB on the little-endian machines we run on
    auto writer = TRY(PixelWriter::create(png.image.width, png.image.height));
    const auto stride = static_cast<png_int_32>(writer.row(1) - writer.row(0)) * 4;
    if (png_image_finish_read(&png.image, nullptr, writer.row(0), stride, nullptr) == 0)
        return damagedImage("PNG");
    for (int y = 0; y < writer.height(); ++y) {
        std::uint32_t* row = writer.row(y);
        for (int x = 0; x < writer.width(); ++x)
            row[x] = premultiplied(row[x]);
    }
    return writer.finish();
}

} // namespace kiosk::document::paint
