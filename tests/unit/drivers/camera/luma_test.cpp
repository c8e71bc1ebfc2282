// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/camera/v4l2/luma.h"
#include "tests/support/camera_pictures.h"

using namespace kiosk;
using drivers::Frame;
using drivers::v4l2::FrameLayout;
using drivers::v4l2::kPixelFormats;
using drivers::v4l2::lumaOf;
using drivers::v4l2::PixelFormat;

namespace {

FrameLayout layoutOf(const Frame& frame, PixelFormat format) {
    return {format, frame.width, frame.height, tests::bytesPerLine(frame.width, format)};
}

} // namespace

TEST_CASE("D10 every pixel format gives the brightness that was before the camera") {
    const Frame frame = tests::gradientFrame(64, 48);
    for (const PixelFormat format : kPixelFormats) {
        CAPTURE(static_cast<int>(format));
        const auto luma = lumaOf(layoutOf(frame, format), tests::packed(frame, format));
        REQUIRE(luma);
        CHECK(tests::meanDifference(*luma, frame) < (format == PixelFormat::mjpg ? 3 : 0.001));
    }
}

TEST_CASE("a third of a buffer is a damaged frame in every format") {
    const Frame frame = tests::gradientFrame(64, 48);
    for (const PixelFormat format : kPixelFormats) {
        CAPTURE(static_cast<int>(format));
        const Bytes whole = tests::packed(frame, format);
        const auto luma = lumaOf(layoutOf(frame, format), ByteView(whole).first(whole.size() / 3));
        REQUIRE_FALSE(luma);
        CHECK(luma.error().code() == "camera.damaged-frame");
        CHECK(luma.error().remedy() == Remedy::wait);
    }
}

TEST_CASE("padding at the end of lines is left out") {
    const Bytes buffer = toBytes("ab..cd..ef"); // the last line may end without padding
    const auto luma = lumaOf({PixelFormat::grey, 2, 3, 4}, buffer);
    REQUIRE(luma);
    CHECK(luma->luma == std::vector<std::uint8_t>{'a', 'b', 'c', 'd', 'e', 'f'});
    CHECK_FALSE(lumaOf({PixelFormat::grey, 2, 3, 4}, ByteView(buffer).first(9)));
}

TEST_CASE("a layout that cannot hold its own pixels is refused") {
    const Bytes buffer(64);
    CHECK_FALSE(lumaOf({PixelFormat::yuyv, 4, 2, 4}, buffer));
    CHECK_FALSE(lumaOf({PixelFormat::grey, 0, 2, 4}, buffer));
    CHECK_FALSE(lumaOf({PixelFormat::grey, 4, 0, 4}, buffer));
}

TEST_CASE("a JPEG of another size than agreed is a damaged frame") {
    const Frame frame = tests::gradientFrame(64, 48);
    const auto luma = lumaOf({PixelFormat::mjpg, 32, 48, 0}, tests::jpegOf(frame));
    REQUIRE_FALSE(luma);
    CHECK(luma.error().code() == "camera.damaged-frame");
}

TEST_CASE("format codes of V4L2 go there and back") {
    for (const PixelFormat format : kPixelFormats)
        CHECK(drivers::v4l2::pixelFormat(drivers::v4l2::fourCc(format)) == format);
    CHECK_FALSE(drivers::v4l2::pixelFormat(0x34363248)); // H264
}
