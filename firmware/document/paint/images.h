// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/bytes.h"
#include "firmware/document/paint/cairo_values.h"

/// Pictures in the formats that documents and seals carry, told apart by their first bytes.
namespace kiosk::document::paint {

/// At most 36 million pixels (A2 at 300 dpi), at most 32 767 on a side.
inline constexpr std::uint64_t kMostPixels = 36'000'000;
inline constexpr std::uint64_t kLongestSide = 32'767;

/// An ARGB32 surface of the first picture in the bytes. A JPEG keeps its own bytes for PDF output.
/// Errors: "image.unknown-format", "image.unsupported", "image.damaged", "image.too-large".
Result<Surface> decodeImage(ByteView image);

Result<Surface> decodePng(ByteView image);
Result<Surface> decodeJpeg(ByteView image);
Result<Surface> decodeBmp(ByteView image);
Result<Surface> decodeGif(ByteView image);
Result<Surface> decodeTiff(ByteView image);
/// ITU-T T.88, as far as pages of pictures use it: generic regions, coded either way. The rest ends
/// in "image.unsupported".
Result<Surface> decodeJbig2(ByteView image);

/// The pixels of a new surface while they are written.
class PixelWriter {
public:
    /// Without transparency a picture costs less to draw.
    enum class Opacity { opaque, transparent };
    /// Errors: "image.too-large", "image.damaged" for sizes of nothing.
    static Result<PixelWriter> create(std::uint64_t width, std::uint64_t height,
                                      Opacity opacity = Opacity::transparent);

    int width() const { return width_; }
    int height() const { return height_; }
    /// A row of 0xAARRGGBB pixels with premultiplied alpha.
    std::uint32_t* row(int y) { return pixels_ + static_cast<std::ptrdiff_t>(y) * stride_; }
    /// Ends the writing.
    Surface finish();

private:
    explicit PixelWriter(Surface surface);

    Surface surface_;
    std::uint32_t* pixels_;
    std::ptrdiff_t stride_; ///< in pixels
    int width_, height_;
};

std::uint32_t opaquePixel(std::uint32_t red, std::uint32_t green, std::uint32_t blue);

std::unexpected<Error> damagedImage(std::string_view format);

} // namespace kiosk::document::paint
