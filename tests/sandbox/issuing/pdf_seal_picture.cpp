// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/pdf_seal_picture.h"

#include <zlib.h>

#include "firmware/document/paint/images.h"

namespace kiosk::sandbox {

namespace {

/// A picture's samples, apart as PDF wants them.
struct Planes {
    int width = 0;
    int height = 0;
    std::string colours; ///< three bytes a pixel
    std::string opacity; ///< one byte a pixel
};

/// Cairo keeps colours multiplied by their opacity.
char unmultiplied(std::uint32_t pixel, int shift) {
    const std::uint32_t opacity = pixel >> 24;
    const std::uint32_t colour = (pixel >> shift) & 0xFF;
    return static_cast<char>(opacity == 0 ? 255 : std::min(255U, colour * 255 / opacity));
}

Result<Planes> planesOf(ByteView png) {
    const document::paint::Surface picture = TRY(document::paint::decodeImage(png));
    cairo_surface_flush(picture.get());
    Planes planes{.width = cairo_image_surface_get_width(picture.get()),
                  .height = cairo_image_surface_get_height(picture.get())};
    const int stride = cairo_image_surface_get_stride(picture.get());
    for (int y = 0; y < planes.height; ++y) {
        const void* row = cairo_image_surface_get_data(picture.get()) + std::ptrdiff_t{y} * stride;
        for (const std::uint32_t pixel : std::span(static_cast<const std::uint32_t*>(row),
                                                   static_cast<std::size_t>(planes.width))) {
            for (const int shift : {16, 8, 0})
                planes.colours += unmultiplied(pixel, shift);
            planes.opacity += static_cast<char>(pixel >> 24);
        }
    }
    return planes;
}

std::string deflated(const std::string& plain) {
    uLongf size = compressBound(plain.size());
    std::string packed(size, '\0');
    const void* from = plain.data();
    void* to = packed.data();
    compress(static_cast<Bytef*>(to), &size, static_cast<const Bytef*>(from), plain.size());
    packed.resize(size);
    return packed;
}

std::string stream(const std::string& entries, const std::string& content) {
    return "<<" + entries + "/Length " + std::to_string(content.size()) + ">>\nstream\n" + content +
           "\nendstream";
}

std::string imageStream(const Planes& planes, const std::string& entries,
                        const std::string& samples) {
    return stream("/Type/XObject/Subtype/Image/Width " + std::to_string(planes.width) + "/Height " +
                      std::to_string(planes.height) + "/BitsPerComponent 8/Filter/FlateDecode" +
                      entries,
                  deflated(samples));
}

} // namespace

Result<PdfObjects> pictureObjects(int first, ByteView png, SizeMm size) {
    const Planes planes = TRY(planesOf(png));
    const std::string image = std::to_string(first + 1) + " 0 R";
    const std::string mask = std::to_string(first + 2) + " 0 R";
    const std::string width = std::to_string(size.width.value * kPointsPerMm);
    const std::string height = std::to_string(size.height.value * kPointsPerMm);
    return PdfObjects{
        {first, stream("/Type/XObject/Subtype/Form/BBox[0 0 " + width + " " + height +
                           "]/Resources<</XObject<</Seal " + image + ">>>>",
                       "q " + width + " 0 0 " + height + " 0 0 cm /Seal Do Q")},
        {first + 1, imageStream(planes, "/ColorSpace/DeviceRGB/SMask " + mask, planes.colours)},
        {first + 2, imageStream(planes, "/ColorSpace/DeviceGray", planes.opacity)}};
}

} // namespace kiosk::sandbox
