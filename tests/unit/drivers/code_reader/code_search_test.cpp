// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/code_reader/code_search.h"
#include "tests/support/code_pictures.h"

using namespace kiosk;
using drivers::CodeSearch;
using drivers::Frame;
using tests::CodePicture;
using tests::drawCode;

namespace {

constexpr std::string_view kText = "LK1:990000:A7K2-9QXM-0042:7F";

/// How many frames like this one it takes; 0 where a second's worth is not enough.
int framesUntilRead(const Frame& frame) {
    CodeSearch search;
    for (int count = 1; count <= 30; ++count)
        if (const auto code = search.look(frame); code && code->text == kText)
            return count;
    return 0;
}

int decoded = 0;

/// A decoder that finds nothing and counts.
int looksSpentOn(const Frame& frame, int frames) {
    decoded = 0;
    CodeSearch search([](const Frame&) -> std::optional<drivers::Code> {
        ++decoded;
        return std::nullopt;
    });
    for (int i = 0; i < frames; ++i)
        CHECK_FALSE(search.look(frame));
    return decoded;
}

} // namespace

TEST_CASE("D10 in a stream a sharp code is read at its first frame") {
    for (double degrees = -180; degrees < 180; degrees += 45) {
        CAPTURE(degrees);
        CHECK(framesUntilRead(drawCode(kText, {.degrees = degrees})) == 1);
    }
}

TEST_CASE("D10 in a stream a code out of focus, or in dark mode, is read within five frames") {
    const int blurred =
        framesUntilRead(drawCode(kText, {.modulePixels = 3, .degrees = 17, .blurPixels = 1.2}));
    CHECK(blurred >= 1);
    CHECK(blurred <= 5);
    const int dark = framesUntilRead(drawCode(kText, {.ink = CodePicture::Ink::lightOnDark}));
    CHECK(dark >= 1);
    CHECK(dark <= 5);
}

TEST_CASE("D10 of frames without a code one in six is decoded") {
    CHECK(looksSpentOn(tests::groundFrame(640, 480), 60) == 10);
    CHECK(looksSpentOn(tests::plainFrame(640, 480, 120), 60) == 10);
}

TEST_CASE("D10 a frame that looks like a code costs two looks and no more") {
    CHECK(looksSpentOn(drawCode(kText), 10) == 20);
}

TEST_CASE("D10 frames that are not whole are not looked at") {
    Frame frame = drawCode(kText);
    frame.luma.pop_back();
    CHECK(looksSpentOn(frame, 12) == 0);
}
