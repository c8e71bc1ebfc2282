// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/code_reader/enhance.h"
#include "drivers/code_reader/finder.h"
#include "tests/support/code_pictures.h"

using namespace kiosk;
using drivers::findFinderTraces;
using drivers::Frame;
using tests::CodePicture;
using tests::drawCode;

TEST_CASE("an even picture stays as it is, however it is enhanced") {
    const Frame plain = tests::plainFrame(10, 8, 93);
    CHECK(drivers::smoothed(plain).luma == plain.luma);
    CHECK(drivers::sharpened(plain).luma == plain.luma);
    CHECK(drivers::enlarged(plain).luma == tests::plainFrame(15, 12, 93).luma);
}

TEST_CASE("smoothing spreads a speck over its neighbours") {
    Frame grain = tests::plainFrame(9, 9, 90);
    grain.luma[4 * 9 + 4] = 180;
    const Frame smooth = drivers::smoothed(grain);
    CHECK(smooth.row(4)[4] == 100);
    CHECK(smooth.row(3)[5] == 100);
    CHECK(smooth.row(4)[6] == 90);
}

TEST_CASE("sharpening makes an edge steeper on both sides") {
    Frame edge = tests::plainFrame(9, 3, 100);
    for (int y = 0; y < 3; ++y) {
        for (int x = 5; x < 9; ++x)
            edge.luma[static_cast<std::size_t>(y * 9 + x)] = 140;
    }
    const Frame sharp = drivers::sharpened(edge);
    CHECK(sharp.row(1)[4] < 100);
    CHECK(sharp.row(1)[5] > 140);
}

TEST_CASE("enlarging goes evenly from pixel to pixel") {
    const Frame large = drivers::enlarged({4, 2, {0, 60, 120, 180, 0, 60, 120, 180}});
    CHECK(large.width == 6);
    CHECK(large.height == 3);
    CHECK(large.luma.front() == 0);
    CHECK(large.row(0)[3] == 110);
    CHECK(large.row(2)[3] == 110);
}

TEST_CASE("inverting swaps dark and light") {
    CHECK(drivers::inverted(tests::plainFrame(1, 1, 0)).luma.front() == 255);
    const Frame frame = drawCode("1");
    CHECK(drivers::inverted(drivers::inverted(frame)).luma == frame.luma);
}

TEST_CASE("finder patterns show dark on light and light on dark") {
    for (const double degrees : {0.0, 20.0, 45.0}) {
        CAPTURE(degrees);
        CodePicture how{.degrees = degrees};
        CHECK(findFinderTraces(drawCode("42", how)).darkOnLight);
        how.ink = CodePicture::Ink::lightOnDark;
        CHECK(findFinderTraces(drawCode("42", how)).lightOnDark);
    }
}

TEST_CASE("an empty picture costs no second look") {
    for (const int level : {0, 128, 255}) {
        const auto traces = findFinderTraces(tests::plainFrame(640, 480, level));
        CHECK_FALSE(traces.darkOnLight);
        CHECK_FALSE(traces.lightOnDark);
    }
}
