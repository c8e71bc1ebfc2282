// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/screens/screen_fixture.h"

namespace kiosk::test {
namespace {

constexpr double kEm = 6; ///< mm

kit::RectMm inkOf(std::string_view text, kit::TextAlign align, const kit::RectMm& bounds) {
    kit::TextStyle style;
    style.em = kEm;
    style.align = align;
    return assets().typesetter->ink(text, style, "zh-CN", bounds);
}

/// Room for all of the words but the last character.
kit::RectMm roomFor(std::string_view text) {
    kit::TextStyle style;
    style.em = kEm;
    const kit::ExtentMm whole = assets().typesetter->measure(text, style, "zh-CN", std::nullopt);
    return {10, 10, whole.width - kEm / 2, 3 * kEm};
}

} // namespace

TEST_CASE("centred words that need two lines share them evenly, in the middle of their place") {
    const std::string_view words = "请按下一页看其他证照";
    const kit::RectMm room = roomFor(words);
    const kit::RectMm greedy = inkOf(words, kit::TextAlign::start, room);
    const kit::RectMm even = inkOf(words, kit::TextAlign::centre, room);
    CHECK(greedy.width > room.width * 0.75); // all but one character on the first line
    CHECK(even.width < room.width * 0.65);
    CHECK(even.height == Approx(greedy.height).epsilon(0.05)); // no line more
    CHECK(even.x + even.width / 2 == Approx(room.x + room.width / 2).margin(kEm / 4));
}

TEST_CASE("centred words that fit stay on their line") {
    const std::string_view words = "请按下一页看其他证照";
    kit::RectMm room = roomFor(words);
    room.width += 2 * kEm;
    const kit::RectMm one = inkOf(words, kit::TextAlign::centre, room);
    CHECK(one.height < 1.2 * kEm);
    CHECK(one.x + one.width / 2 == Approx(room.x + room.width / 2).margin(kEm / 4));
}

} // namespace kiosk::test
