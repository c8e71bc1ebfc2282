// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/visit/exposure_guide.h"

namespace kiosk::visit::tests {

namespace {

using drivers::Exposure;
using drivers::FrameHint;

/// Steps told in so many frames with the same hint.
int steps(ExposureGuide& guide, FrameHint hint, int frames, Exposure wanted) {
    int told = 0;
    for (int i = 0; i < frames; ++i)
        if (const auto step = guide.heed(hint)) {
            CHECK(*step == wanted);
            ++told;
        }
    return told;
}

} // namespace

TEST_CASE("D10 half a second of dark asks for more light, glare for less, three steps at most") {
    ExposureGuide guide;
    CHECK(steps(guide, FrameHint::dark, 14, Exposure::brighter) == 0);
    CHECK(steps(guide, FrameHint::dark, 1, Exposure::brighter) == 1);
    CHECK(steps(guide, FrameHint::dark, 200, Exposure::brighter) == 2);
    CHECK(steps(guide, FrameHint::glare, 1000, Exposure::darker) == 6);
}

TEST_CASE("D10 a hand that passes by changes no exposure") {
    ExposureGuide guide;
    for (int i = 0; i < 20; ++i) {
        CHECK(steps(guide, FrameHint::dark, 10, Exposure::brighter) == 0);
        CHECK(steps(guide, FrameHint::none, 10, Exposure::brighter) == 0);
        CHECK(steps(guide, FrameHint::covered, 30, Exposure::brighter) == 0);
    }
}

} // namespace kiosk::visit::tests
