// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/code_reader/code_reader.h"
#include "tests/support/code_pictures.h"

using namespace kiosk;
using drivers::readCode;
using tests::CodePicture;
using tests::drawCode;

namespace {

constexpr std::string_view kText = "LK1:990000:A7K2-9QXM-0042:7F";

std::string textIn(const drivers::Frame& frame) {
    const auto code = readCode(frame);
    return code ? code->text : "";
}

} // namespace

TEST_CASE("D10 a code is read whichever way it is turned") {
    for (double degrees = -180; degrees < 180; degrees += 30) {
        CAPTURE(degrees);
        CHECK(textIn(drawCode(kText, {.degrees = degrees})) == kText);
    }
}

TEST_CASE("D10 a code in a dark-mode telephone is read") {
    CHECK(textIn(drawCode(kText, {.ink = CodePicture::Ink::lightOnDark})) == kText);
}

TEST_CASE("D10 a code out of focus is read on a second look") {
    CHECK(textIn(drawCode(kText, {.modulePixels = 3, .degrees = 17, .blurPixels = 1.2})) == kText);
}

TEST_CASE("a code's text arrives in UTF-8") {
    CHECK(textIn(drawCode("营业执照 副本 1")) == "营业执照 副本 1");
}

TEST_CASE("no code is nothing, not an error") {
    for (const int level : {0, 128, 255})
        CHECK_FALSE(readCode(tests::plainFrame(320, 240, level)));
}

TEST_CASE("frames that are not whole are not looked at") {
    drivers::Frame frame = drawCode(kText);
    frame.luma.pop_back();
    CHECK_FALSE(readCode(frame));
    CHECK_FALSE(readCode({}));
    CHECK_FALSE(readCode({-1, -1, {1}}));
}

TEST_CASE("the smallest frames are harmless") {
    for (int width = 1; width < 12; ++width) {
        for (int height = 1; height < 12; ++height)
            CHECK_FALSE(readCode(tests::plainFrame(width, height, 77)));
    }
}
