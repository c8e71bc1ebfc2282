// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <catch2/catch.hpp>

#include "firmware/document/ofd/path_data.h"

using namespace kiosk::document::ofd;
using Kind = PathStep::Kind;

TEST_CASE("operators may follow each other without blanks") {
    const auto steps = parsePath("M0 0L10 0 L 10  10CM 5 5 L 6 6");
    REQUIRE(steps.size() == 6);
    CHECK(steps[2].to.y == 10);
    CHECK(steps[3].kind == Kind::close);
    CHECK(steps[4].kind == Kind::move);
}

TEST_CASE("S starts a sub-path, B is cubic, Q becomes cubic") {
    const auto steps = parsePath("S 0 0 Q 3 3 6 0 B 1 1 2 2 3 3");
    REQUIRE(steps.size() == 3);
    CHECK(steps[0].kind == Kind::move);
    CHECK(steps[1].kind == Kind::curve);
    CHECK(steps[1].control1.x == Approx(2));
    CHECK(steps[1].control2.x == Approx(4));
    CHECK(steps[2].control2.x == 2);
}

TEST_CASE("closing brings the pen back to where the sub-path began") {
    const auto steps = parsePath("M 3 0 L 9 0 C Q 3 3 6 0");
    REQUIRE(steps.size() == 4);
    CHECK(steps[3].control1.x == Approx(3));
    CHECK(steps[3].control1.y == Approx(2));
}

TEST_CASE("reading stops at the first operator that is incomplete or unknown") {
    CHECK(parsePath("M 0 0 L 1").size() == 1);
    CHECK(parsePath("M 0 0 X 1 1 L 2 2").size() == 1);
    CHECK(parsePath("L").empty());
    CHECK(parsePath("").empty());
    CHECK(parsePath("M nan 0").empty());
}

TEST_CASE("a half circle passes through its top, clockwise as seen on the page") {
    // From left to right, y downwards: clockwise means over the top.
    const auto curves = arcToCurves({0, 0}, {5, 5, 0, false, true, {10, 0}});
    REQUIRE(curves.size() == 2);
    CHECK(curves[0].to.x == Approx(5));
    CHECK(curves[0].to.y == Approx(-5));
    CHECK(curves[1].to.x == Approx(10));
    const auto below = arcToCurves({0, 0}, {5, 5, 0, false, false, {10, 0}});
    CHECK(below[0].to.y == Approx(5));
}

TEST_CASE("the large arc goes the long way round") {
    const auto curves = arcToCurves({5, 0}, {5, 5, 0, true, true, {0, 5}});
    double lowestX = 5;
    double highestX = 5;
    for (const PathStep& curve : curves) {
        lowestX = std::min(lowestX, curve.to.x);
        highestX = std::max(highestX, curve.to.x);
    }
    CHECK(curves.size() == 3);
    CHECK(highestX - lowestX >= 5);
}

TEST_CASE("radii too small for the distance grow; none at all makes a line") {
    const auto grown = arcToCurves({0, 0}, {1, 1, 0, false, true, {10, 0}});
    CHECK(grown.front().to.y == Approx(-5));
    const auto line = arcToCurves({0, 0}, {0, 5, 0, false, true, {10, 0}});
    REQUIRE(line.size() == 1);
    CHECK(line.front().kind == Kind::line);
    CHECK(arcToCurves({1, 1}, {5, 5, 0, false, true, {1, 1}}).empty());
}
