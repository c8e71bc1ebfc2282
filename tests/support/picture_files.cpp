// SPDX-License-Identifier: Apache-2.0
#include "tests/support/picture_files.h"

#include <cairo.h>

#include "tests/support/raw_zip.h"

namespace kiosk::tests {

namespace {

using namespace std::string_literals;

std::string be16(std::uint16_t value) {
    return {static_cast<char>(value >> 8U), static_cast<char>(value & 0xFFU)};
}

std::string be32(std::uint32_t value) {
    return be16(static_cast<std::uint16_t>(value >> 16U)) +
           be16(static_cast<std::uint16_t>(value & 0xFFFFU));
}

std::string pngChunk(const std::string& nameAndContent) {
    return be32(static_cast<std::uint32_t>(nameAndContent.size() - 4)) + nameAndContent +
           be32(checkSumOf(nameAndContent));
}

} // namespace

std::string blankPng(int width, int height) {
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A1, width, height);
    std::string png;
    const auto append = [](void* to, const unsigned char* bytes, unsigned count) {
        for (unsigned i = 0; i < count; ++i)
            static_cast<std::string*>(to)->push_back(static_cast<char>(bytes[i]));
        return CAIRO_STATUS_SUCCESS;
    };
    cairo_surface_write_to_png_stream(surface, append, &png);
    cairo_surface_destroy(surface);
    return png;
}

std::string pngHeader(std::uint32_t width, std::uint32_t height) {
    return "\x89PNG\r\n\x1A\n"s +
           pngChunk("IHDR" + be32(width) + be32(height) + "\x08\x06\0\0\0"s) + pngChunk("IDAT");
}

std::string jpegHeader(unsigned char marker, std::uint16_t width, std::uint16_t height) {
    std::string jpeg = "\xFF\xD8\xFF\xDB"s + be16(67) + '\0' + std::string(64, '\1');
    jpeg += "\xFF"s + static_cast<char>(marker) + be16(17) + '\x08' + be16(height) + be16(width);
    jpeg += "\x03\x01\x11\0\x02\x11\0\x03\x11\0"s;
    return jpeg + "\xFF\xDA"s + be16(12) + "\x03\x01\0\x02\0\x03\0\0\x3F\0"s;
}

std::string bmpHeader(std::uint32_t width, std::uint32_t height) {
    return "BM" + le32(0) + le32(0) + le32(54) + le32(40) + le32(width) + le32(height) + le16(1) +
           le16(24) + std::string(24, '\0');
}

std::string bmpFile(std::uint32_t width, std::uint32_t height) {
    const std::size_t stride = (std::size_t{width} * 3 + 3) / 4 * 4;
    return bmpHeader(width, height) + std::string(stride * height, '\0');
}

std::string gifFile(std::uint16_t width, std::uint16_t height) {
    return "GIF89a" + le16(width) + le16(height) + "\x80\0\0"s + std::string(6, '\0') + "," +
           le32(0) + le16(width) + le16(height) + "\0\x02\x02\x44\x01\0;"s;
}

std::string tiffHeader(std::uint32_t width, std::uint32_t height) {
    const auto entry = [](std::uint16_t tag, std::uint32_t value) {
        return le16(tag) + le16(4) + le32(1) + le32(value);
    };
    return "II*\0"s + le32(8) + le16(9) + entry(256, width) + entry(257, height) + entry(258, 8) +
           entry(259, 1) + entry(262, 1) + entry(273, 8) + entry(277, 1) + entry(278, height) +
           entry(279, 0xFFFFFFF0) + le32(0);
}

} // namespace kiosk::tests
