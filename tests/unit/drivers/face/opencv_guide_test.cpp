// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/code_reader/enhance.h"
#include "drivers/face/opencv/opencv_guide.h"
#include "tests/support/clutter.h"
#include "tests/support/code_pictures.h"
#include "tests/support/drawn_face.h"

using namespace kiosk;
using drivers::FaceGuide;
using tests::DrawnFace;

namespace {

FaceGuide guidanceOn(const drivers::Frame& frame) {
    const auto guide = drivers::openOpencvGuide();
    REQUIRE(guide);
    return guideFor((*guide)->look(frame));
}

} // namespace

TEST_CASE("R2 a drawn face is found, and guided to where it can be compared") {
    CHECK(guidanceOn(tests::drawFace()) == FaceGuide::ready);
    CHECK(guidanceOn(tests::drawFace({.faceHeight = 100})) == FaceGuide::tooFar);
    CHECK(guidanceOn(tests::drawFace({.height = 300, .faceHeight = 310})) == FaceGuide::tooNear);
    CHECK(guidanceOn(tests::drawFace({.light = 0.3})) == FaceGuide::tooDark);
}

TEST_CASE("R2 a face out of focus is blurred") {
    drivers::Frame face = tests::drawFace();
    for (int i = 0; i < 20; ++i)
        face = drivers::smoothed(face);
    CHECK(guidanceOn(face) == FaceGuide::blurred);
}

TEST_CASE("R2 where nobody stands no face is found") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed)
        CHECK(guidanceOn(tests::clutterFrame(640, 480, seed)) == FaceGuide::noFace);
    CHECK(guidanceOn(tests::plainFrame(640, 480, 128)) == FaceGuide::noFace);
    CHECK(guidanceOn({}) == FaceGuide::noFace);
}

TEST_CASE("R2 who only guides never says that two faces are the same") {
    const auto guide = drivers::openOpencvGuide();
    REQUIRE(guide);
    const auto match = (*guide)->match(tests::drawFace(), {});
    REQUIRE_FALSE(match);
    CHECK(match.error().code() == "face.no-comparison");
}

TEST_CASE("R2 a cascade that is missing or no cascade is a wrong configuration") {
    for (const char* file : {"/no/such/file.xml", "/usr/share", KIOSK_SOURCE_DIR "/README.md"})
        CHECK(drivers::openOpencvGuide(file).error().code() == "face.no-cascade");
}
