// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/support/clutter.h"
#include "tests/support/code_pictures.h"

using namespace kiosk;
using drivers::FrameHint;
using drivers::hintFor;

TEST_CASE("D10 a black picture says that the camera is covered") {
    CHECK(hintFor(tests::plainFrame(64, 48, 0)) == FrameHint::covered);
    CHECK(hintFor(tests::plainFrame(64, 48, 40)) == FrameHint::covered);
}

TEST_CASE("D10 a white picture says that light blinds the camera") {
    CHECK(hintFor(tests::plainFrame(64, 48, 255)) == FrameHint::glare);
}

TEST_CASE("D10 a person before a bright window is glare") {
    auto frame = tests::plainFrame(640, 480, 255);
    for (int y = 160; y < 480; ++y) {
        for (int x = 240; x < 440; ++x)
            frame.luma[static_cast<std::size_t>(y * 640 + x)] = 60;
    }
    CHECK(hintFor(frame) == FrameHint::glare);
}

TEST_CASE("D10 a dim scene with something in it is dark, not covered") {
    auto frame = tests::plainFrame(64, 48, 10);
    for (std::size_t i = 0; i < frame.luma.size(); i += 7)
        frame.luma[i] = 70;
    CHECK(hintFor(frame) == FrameHint::dark);
}

TEST_CASE("D10 a code on white paper needs no hint") {
    CHECK(hintFor(tests::drawCode("LK1:990000:A7K2-0001:00")) == FrameHint::none);
    const tests::CodePicture filling{.width = 180, .height = 180};
    CHECK(hintFor(tests::drawCode("LK1:990000:A7K2-0001:00", filling)) == FrameHint::none);
}

TEST_CASE("D10 a code out of focus is blurred, a sharp one is not, however small") {
    for (const double modulePixels : {3.0, 6.0}) {
        CAPTURE(modulePixels);
        const auto held = [&](double blurPixels) {
            return tests::drawCode(
                "LK1:990000:A7K2-0001:00",
                {.modulePixels = modulePixels, .degrees = 17, .blurPixels = blurPixels});
        };
        CHECK(hintFor(held(0)) == FrameHint::none);
        CHECK(hintFor(held(0.8)) == FrameHint::none);
        CHECK(hintFor(held(3)) == FrameHint::blurred);
    }
}

TEST_CASE("D10 a dense code is blurred sooner: what cannot be read any more is said") {
    const std::string text(600, 'a');
    const auto held = [&](double blurPixels) {
        return tests::drawCode(text, {.width = 1280,
                                      .height = 720,
                                      .modulePixels = 4,
                                      .degrees = 17,
                                      .blurPixels = blurPixels});
    };
    CHECK(hintFor(held(1)) == FrameHint::none);
    CHECK(hintFor(held(2.4)) == FrameHint::blurred);
}

TEST_CASE("D10 sharp clutter and an empty room are not blurred") {
    for (std::uint64_t seed = 1; seed <= 5; ++seed)
        CHECK(hintFor(tests::clutterFrame(640, 480, seed)) == FrameHint::none);
    CHECK(hintFor(tests::groundFrame(640, 480)) == FrameHint::none);
}

TEST_CASE("D10 a frame without pixels counts as covered") {
    CHECK(hintFor({}) == FrameHint::covered);
}
