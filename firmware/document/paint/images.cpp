// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/images.h"

#include <algorithm>

namespace kiosk::document::paint {

namespace {

bool startsWith(ByteView image, std::string_view magic) {
    return image.size() >= magic.size() &&
           std::ranges::equal(image.first(magic.size()), bytesOf(magic));
}

} // namespace

Result<Surface> decodeImage(ByteView image) {
    using namespace std::string_view_literals;
    if (startsWith(image, "\x89PNG"sv))
        return decodePng(image);
    if (startsWith(image, "\xFF\xD8"sv))
        return decodeJpeg(image);
    if (startsWith(image, "BM"sv))
        return decodeBmp(image);
    if (startsWith(image, "GIF8"sv))
        return decodeGif(image);
    if (startsWith(image, "II*\0"sv) || startsWith(image, "MM\0*"sv))
        return decodeTiff(image);
    if (startsWith(image, "\x97JB2\r\n\x1A\n"sv))
        return decodeJbig2(image);
    return fail(ErrorKind::unsupported, "image.unknown-format", Remedy::supplier);
}

Result<PixelWriter> PixelWriter::create(std::uint64_t width, std::uint64_t height,
                                        Opacity opacity) {
    if (width == 0 || height == 0)
        return damagedImage("size");
    if (width > kLongestSide || height > kLongestSide || width * height > kMostPixels)
        return fail(ErrorKind::limitExceeded, "image.too-large", Remedy::supplier);
    const auto format = opacity == Opacity::opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32;
    Surface surface(
        cairo_image_surface_create(format, static_cast<int>(width), static_cast<int>(height)));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        return fail(ErrorKind::limitExceeded, "image.too-large", Remedy::supplier);
    cairo_surface_flush(surface.get());
    return PixelWriter(std::move(surface));
}

PixelWriter::PixelWriter(Surface surface)
    : surface_(std::move(surface)),
      pixels_(static_cast<std::uint32_t*>(
          static_cast<void*>(cairo_image_surface_get_data(surface_.get())))),
      stride_(cairo_image_surface_get_stride(surface_.get()) / 4),
      width_(cairo_image_surface_get_width(surface_.get())),
      height_(cairo_image_surface_get_height(surface_.get())) {}

Surface PixelWriter::finish() {
    cairo_surface_mark_dirty(surface_.get());
    return std::move(surface_);
}

std::uint32_t opaquePixel(std::uint32_t red, std::uint32_t green, std::uint32_t blue) {
    return 0xFF000000U | red << 16U | green << 8U | blue;
}

std::unexpected<Error> damagedImage(std::string_view format) {
    return fail(ErrorKind::malformed, "image.damaged", Remedy::supplier, format);
}

} // namespace kiosk::document::paint
