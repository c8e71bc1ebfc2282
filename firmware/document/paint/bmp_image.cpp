// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdlib>

#include "firmware/document/paint/images.h"

namespace kiosk::document::paint {

namespace {

constexpr std::uint32_t kCoreHeader = 12;
constexpr std::uint32_t kInfoHeader = 40;
constexpr std::uint32_t kUncompressed = 0;
constexpr std::uint32_t kBitFields = 3;

struct Header {
    std::uint32_t pixelsAt = 0;
    std::uint32_t size = 0; ///< of the information header
    std::int64_t width = 0;
    std::int64_t height = 0; ///< negative: rows from top to bottom
    std::uint16_t bits = 0;
    std::uint32_t compression = 0;
    std::uint32_t colours = 0;
};

Result<Header> readHeader(ByteReader& reader) {
    Header header;
    TRY(reader.take(10)); // "BM", file size, reserved
    header.pixelsAt = TRY(reader.u32LittleEndian());
    header.size = TRY(reader.u32LittleEndian());
    if (header.size < kInfoHeader)
        return damagedImage(header.size == kCoreHeader ? "BMP of OS/2" : "BMP");
    header.width = static_cast<std::int32_t>(TRY(reader.u32LittleEndian()));
    header.height = static_cast<std::int32_t>(TRY(reader.u32LittleEndian()));
    TRY(reader.take(2)); // planes
    header.bits = TRY(reader.u16LittleEndian());
    header.compression = TRY(reader.u32LittleEndian());
    TRY(reader.take(12)); // picture size, density
    header.colours = TRY(reader.u32LittleEndian());
    TRY(reader.take(4)); // important colours
    return header;
}

using Palette = std::array<std::uint32_t, 256>;

/// Entries that the file does not give stay black.
Palette readPalette(ByteView image, const Header& header) {
    Palette palette;
    palette.fill(0xFF000000U);
    if (header.bits > 8)
        return palette;
    const std::size_t at = 14 + header.size;
    const std::size_t full = std::size_t{1} << header.bits;
    const std::size_t count =
        header.colours == 0 ? full : std::min<std::size_t>(header.colours, full);
    if (at > image.size())
        return palette;
    ByteReader reader(image.subspan(at));
    for (std::size_t i = 0; i < count; ++i) {
        const auto colour = reader.u32LittleEndian();
        if (!colour)
            break;
        palette[i] = 0xFF000000U | *colour;
    }
    return palette;
}

std::uint32_t pixelAt(ByteView row, std::size_t x, const Header& header, const Palette& palette) {
    const auto byte = [row](std::size_t at) { return std::to_integer<std::uint32_t>(row[at]); };
    if (header.bits == 24 || header.bits == 32) {
        const std::size_t at = x * header.bits / 8;
        return opaquePixel(byte(at + 2), byte(at + 1), byte(at));
    }
    const std::size_t bit = x * header.bits;
    const std::size_t shift = 8 - header.bits - bit % 8;
    return palette[byte(bit / 8) >> shift & ((1U << header.bits) - 1)];
}

bool isReadable(const Header& header) {
    const bool plain = header.compression == kUncompressed ||
                       (header.compression == kBitFields && header.bits == 32);
    return plain && (header.bits == 1 || header.bits == 4 || header.bits == 8 ||
                     header.bits == 24 || header.bits == 32);
}

} // namespace

Result<Surface> decodeBmp(ByteView image) {
    ByteReader reader(image);
    const auto read = readHeader(reader);
    if (!read || !isReadable(*read) || read->width <= 0)
        return damagedImage("BMP");
    const Header& header = *read;
    const auto rows = static_cast<std::uint64_t>(std::abs(header.height));
    auto writer = TRY(PixelWriter::create(static_cast<std::uint64_t>(header.width), rows));
    const std::size_t stride = (static_cast<std::size_t>(header.width) * header.bits + 31) / 32 * 4;
    if (header.pixelsAt > image.size() || (image.size() - header.pixelsAt) / stride < rows)
        return damagedImage("BMP");
    const Palette palette = readPalette(image, header);
    for (int y = 0; y < writer.height(); ++y) {
        const int stored = header.height > 0 ? writer.height() - 1 - y : y;
        const ByteView row =
            image.subspan(header.pixelsAt + static_cast<std::size_t>(stored) * stride, stride);
        for (int x = 0; x < writer.width(); ++x)
            writer.row(y)[x] = pixelAt(row, static_cast<std::size_t>(x), header, palette);
    }
    return writer.finish();
}

} // namespace kiosk::document::paint
