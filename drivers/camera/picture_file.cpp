// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/picture_file.h"

#include <algorithm>
#include <array>
#include <optional>

#include <png.h>

#include "drivers/camera/jpeg.h"

namespace kiosk::drivers {

namespace {

constexpr std::array kPngSignature{std::byte{0x89}, std::byte{'P'}, std::byte{'N'}, std::byte{'G'}};
constexpr std::array kJpegSignature{std::byte{0xFF}, std::byte{0xD8}, std::byte{0xFF}};

template <std::size_t size>
bool beginsWith(ByteView bytes, const std::array<std::byte, size>& signature) {
    return bytes.size() >= size && std::ranges::equal(bytes.first(size), signature);
}

/// libpng's simplified reader and writer, freed on every path.
struct PngImage : png_image {
    PngImage() : png_image{} { version = PNG_IMAGE_VERSION; }
    ~PngImage() { png_image_free(this); }
    PngImage(const PngImage&) = delete;
    PngImage& operator=(const PngImage&) = delete;
};

std::optional<Frame> decodePng(ByteView file) {
    PngImage image;
    if (png_image_begin_read_from_memory(&image, file.data(), file.size()) == 0)
        return std::nullopt;
    const std::size_t pixels = std::size_t{image.width} * image.height;
    if (pixels == 0 || pixels > kLargestPicture)
        return std::nullopt;
    image.format = PNG_FORMAT_GRAY;
    // Without a background colour libpng lays transparent pixels onto what the buffer holds.
    Frame paper{static_cast<int>(image.width), static_cast<int>(image.height),
                std::vector<std::uint8_t>(pixels, 0xFF)};
    if (png_image_finish_read(&image, nullptr, paper.luma.data(), 0, nullptr) == 0)
        return std::nullopt;
    return paper;
}

} // namespace

Result<Frame> frameFromPicture(ByteView file) {
    std::optional<Frame> frame;
    if (beginsWith(file, kPngSignature))
        frame = decodePng(file);
    else if (beginsWith(file, kJpegSignature))
        frame = decodeJpeg(file);
    else
        return fail(ErrorKind::unsupported, "picture.unknown-format", Remedy::technician,
                    "neither PNG nor JPEG");
    if (!frame)
        return fail(ErrorKind::malformed, "picture.damaged", Remedy::technician);
    return *std::move(frame);
}

Result<Bytes> pngFromFrame(const Frame& frame) {
    PngImage image;
    image.width = static_cast<png_uint_32>(frame.width);
    image.height = static_cast<png_uint_32>(frame.height);
    image.format = PNG_FORMAT_GRAY;
    if (frame.luma.empty())
        return fail(ErrorKind::internal, "picture.empty", Remedy::supplier);
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    Bytes file(size);
    if (png_image_write_to_memory(&image, file.data(), &size, 0, frame.luma.data(), 0, nullptr) ==
        0)
        return fail(ErrorKind::internal, "picture.not-written", Remedy::supplier, image.message);
    file.resize(size);
    return file;
}

} // namespace kiosk::drivers
