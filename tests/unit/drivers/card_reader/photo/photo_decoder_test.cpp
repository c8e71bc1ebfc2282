// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/card_reader/photo/photo_decoder.h"

namespace kiosk::drivers {

namespace {

const std::filesystem::path kFolder = KIOSK_DECODERS;

Bytes block(unsigned char red, unsigned char green, unsigned char blue) {
    Bytes bytes(1024);
    bytes[0] = std::byte{red};
    bytes[1] = std::byte{green};
    bytes[2] = std::byte{blue};
    return bytes;
}

} // namespace

TEST_CASE("D2 a photo decoder is loaded at run time and makes a picture of a block") {
    const auto decoder = PhotoDecoder::load(kFolder / "libfake_photo_decoder.so");
    REQUIRE(decoder);
    const auto photo = decoder->decode(block(10, 20, 30));
    REQUIRE(photo);
    CHECK(photo->width == 102);
    CHECK(photo->height == 126);
    REQUIRE(photo->rgb.size() == 102 * 126 * 3);
    CHECK(photo->rgb.front() == std::byte{10});
    CHECK(photo->rgb.back() == std::byte{30});
}

TEST_CASE("D2 a block that cannot be decoded is told with the decoder's number") {
    const auto decoder = PhotoDecoder::load(kFolder / "libfake_photo_decoder.so");
    REQUIRE(decoder);
    const auto photo = decoder->decode(block(255, 0, 0));
    REQUIRE_FALSE(photo);
    CHECK(photo.error().code() == "photo.not-decoded");
    CHECK(photo.error().detail() == "5");
    CHECK(decoder->decode(Bytes(1023)).error().code() == "photo.wrong-size");
}

TEST_CASE("D2 a decoder of another version, another library and no file are refused") {
    const auto codeOf = [](const std::filesystem::path& library) {
        const auto decoder = PhotoDecoder::load(library);
        return decoder ? "" : decoder.error().code();
    };
    CHECK(codeOf(kFolder / "libold_photo_decoder.so") == "photo.decoder-version");
    CHECK(codeOf(kFolder / "libno_photo_decoder.so") == "photo.no-decoder");
    CHECK(codeOf(kFolder / "absent.so") == "photo.no-decoder");
}

} // namespace kiosk::drivers
