// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/document/paint/images.h"

using namespace kiosk;
using namespace kiosk::document::paint;

namespace {

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
    const auto* from = static_cast<const std::byte*>(static_cast<const void*>(data));
    static_cast<Bytes*>(bytes)->insert(static_cast<Bytes*>(bytes)->end(), from, from + length);
    return CAIRO_STATUS_SUCCESS;
}

Bytes halfRedPng() {
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 3, 2));
    const Context context(cairo_create(surface.get()));
    cairo_set_source_rgba(context.get(), 1, 0, 0, 0.5);
    cairo_paint(context.get());
    Bytes bytes;
    cairo_surface_write_to_png_stream(surface.get(), append, &bytes);
    return bytes;
}

/// A picture of 2 x 2 pixels, 24 bits: blue, green below red, white.
const std::string kBmp =
    "424d460000000000000036000000280000000200000002000000010018000000000010000000"
    "00000000000000000000000000000000ff000000ff0000000000ffffffff0000";

/// 1 x 1 pixel, transparent black, then red in its palette.
const std::string kGif = "47494638396101000100800000000000ff0000"
                         "21f90401000001002c00000000010001000002024401003b";

std::uint32_t pixel(const Surface& surface, int x, int y) {
    const auto* row = cairo_image_surface_get_data(surface.get()) +
                      std::ptrdiff_t{y} * cairo_image_surface_get_stride(surface.get());
    return static_cast<const std::uint32_t*>(static_cast<const void*>(row))[x];
}

std::string codeOf(ByteView image) {
    const auto decoded = decodeImage(image);
    return decoded ? "decoded" : decoded.error().code();
}

} // namespace

TEST_CASE("PNG keeps its transparency, premultiplied") {
    const auto surface = decodeImage(halfRedPng());
    REQUIRE(surface);
    CHECK(cairo_image_surface_get_width(surface->get()) == 3);
    CHECK(pixel(*surface, 2, 1) == 0x80800000U);
}

TEST_CASE("BMP rows run from bottom to top") {
    const auto surface = decodeImage(fromHex(kBmp).value());
    REQUIRE(surface);
    CHECK(pixel(*surface, 0, 0) == 0xFFFF0000U);
    CHECK(pixel(*surface, 1, 0) == 0xFFFFFFFFU);
    CHECK(pixel(*surface, 0, 1) == 0xFF0000FFU);
    CHECK(pixel(*surface, 1, 1) == 0xFF00FF00U);
}

TEST_CASE("GIF draws its first picture") {
    const auto surface = decodeImage(fromHex(kGif).value());
    REQUIRE(surface);
    CHECK(cairo_image_surface_get_width(surface->get()) == 1);
}

TEST_CASE("every picture cut short is an error or a picture, never a crash") {
    for (const Bytes& whole : {halfRedPng(), fromHex(kBmp).value(), fromHex(kGif).value()}) {
        for (std::size_t length = 0; length < whole.size(); ++length)
            codeOf(ByteView(whole).first(length));
        CHECK(codeOf(ByteView(whole).first(20)) == "image.damaged");
    }
}

TEST_CASE("pictures with any byte changed are errors or pictures, never a crash") {
    for (const Bytes& whole : {halfRedPng(), fromHex(kBmp).value(), fromHex(kGif).value()}) {
        for (std::size_t at = 0; at < whole.size(); ++at) {
            Bytes changed = whole;
            changed[at] ^= std::byte{0xFF};
            codeOf(changed);
        }
    }
}

TEST_CASE("an unknown format and a huge size are told apart") {
    CHECK(codeOf(bytesOf("<svg/>")) == "image.unknown-format");
    CHECK(codeOf({}) == "image.unknown-format");
    CHECK(PixelWriter::create(30'000, 30'000).error().code() == "image.too-large");
    CHECK(PixelWriter::create(0, 5).error().code() == "image.damaged");
}
