// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/face/face_matcher.h"

using namespace kiosk::drivers;

TEST_CASE("R2 a person is told one thing at a time, the most important first") {
    const FaceView good{.faces = 1, .height = 0.5, .light = 140, .sharp = 0.05};
    const auto guideBy = [&](auto change) {
        FaceView view = good;
        change(view);
        return guideFor(view);
    };
    CHECK(guideFor(good) == FaceGuide::ready);
    CHECK(guideFor({}) == FaceGuide::noFace);
    CHECK(guideBy([](FaceView& view) { view.faces = 2; }) == FaceGuide::severalFaces);
    CHECK(guideBy([](FaceView& view) { view.height = 0.2; }) == FaceGuide::tooFar);
    CHECK(guideBy([](FaceView& view) { view.height = 0.9; }) == FaceGuide::tooNear);
    CHECK(guideBy([](FaceView& view) { view.light = 40; }) == FaceGuide::tooDark);
    CHECK(guideBy([](FaceView& view) { view.light = 240; }) == FaceGuide::tooBright);
    CHECK(guideBy([](FaceView& view) { view.sharp = 0.01; }) == FaceGuide::blurred);
    CHECK(guideBy([](FaceView& view) { view.height = 0.2, view.light = 0, view.sharp = 0; }) ==
          FaceGuide::tooFar);
}

TEST_CASE("R2 each guidance has a name of its own") {
    using enum FaceGuide;
    std::vector<std::string_view> names;
    for (const FaceGuide guide :
         {noFace, severalFaces, tooFar, tooNear, tooDark, tooBright, blurred, ready})
        names.push_back(name(guide));
    std::ranges::sort(names);
    CHECK(std::ranges::adjacent_find(names) == names.end());
}
