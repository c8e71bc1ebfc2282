// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/camera/picture_file.h"
#include "tests/support/camera_pictures.h"
#include "tests/support/code_pictures.h"

using namespace kiosk;
using drivers::Frame;

TEST_CASE("a picture written as PNG comes back pixel for pixel") {
    const Frame frame = tests::gradientFrame(33, 21);
    const auto back = drivers::frameFromPicture(*drivers::pngFromFrame(frame));
    REQUIRE(back);
    CHECK(back->width == 33);
    CHECK(back->height == 21);
    CHECK(back->luma == frame.luma);
}

TEST_CASE("a JPEG gives its brightness") {
    const Frame frame = tests::gradientFrame(64, 48);
    const auto back = drivers::frameFromPicture(tests::jpegOf(frame));
    REQUIRE(back);
    CHECK(tests::meanDifference(*back, frame) < 3);
}

TEST_CASE("a JPEG cut short is refused at every length") {
    const Bytes jpeg = tests::jpegOf(tests::gradientFrame(64, 48));
    for (std::size_t length = 3; length + 2 < jpeg.size(); ++length) {
        const auto frame = drivers::frameFromPicture(ByteView(jpeg).first(length));
        REQUIRE_FALSE(frame);
        CHECK(frame.error().code() == "picture.damaged");
    }
}

TEST_CASE("a PNG cut short is refused") {
    const Bytes png = *drivers::pngFromFrame(tests::gradientFrame(64, 48));
    const auto frame = drivers::frameFromPicture(ByteView(png).first(png.size() / 2));
    REQUIRE_FALSE(frame);
    CHECK(frame.error().code() == "picture.damaged");
}

TEST_CASE("a file that is no picture is told apart from a damaged one") {
    for (const std::string_view text : {"", "%PDF-1.7", "\x89", "\xFF\xD8"}) {
        const auto frame = drivers::frameFromPicture(bytesOf(text));
        REQUIRE_FALSE(frame);
        CHECK(frame.error().code() == "picture.unknown-format");
        CHECK(frame.error().remedy() == Remedy::technician);
    }
}

TEST_CASE("a frame without pixels cannot be written") {
    const auto file = drivers::pngFromFrame({});
    REQUIRE_FALSE(file);
    CHECK(file.error().code() == "picture.empty");
}
