// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/document/drawing.h"

using namespace kiosk;
using namespace kiosk::tests;

namespace {

std::string textAt(double x, double y, std::string_view characters, int id) {
    const std::string at = std::to_string(x) + " " + std::to_string(y);
    return "<ofd:TextObject ID='" + std::to_string(id) + "' Boundary='" + at +
           " 30 6' Font='3' Size='5'><ofd:TextCode X='0' Y='5' DeltaX='g 30 3'>" +
           std::string(characters) + "</ofd:TextCode></ofd:TextObject>";
}

/// The page with and without these words covered.
struct Covered {
    Drawn before, after;
    bool isCoveredAt(double x, double y) const {
        return after.at(x + 0.2, y + 0.2) == kBar && after.at(x + 29.5, y + 5.5) == kBar;
    }
    static constexpr std::uint32_t kBar = 0xB8BDC5;
};

Covered covered(std::string_view page, const std::vector<std::string>& words) {
    document::Document file = openOfd({.size = "0 0 100 60", .page = page});
    Drawn before = drawn(file);
    file.cover(words);
    return {std::move(before), drawn(file)};
}

} // namespace

TEST_CASE("R6 a text that holds a private word is a bar, and its neighbour stays") {
    const std::string page = textAt(5, 5, "990101X", 10) + textAt(5, 25, "ABC", 11);
    const Covered look = covered(page, {"990101X"});
    CHECK(look.isCoveredAt(5, 5));
    CHECK_FALSE(look.isCoveredAt(5, 25));
    for (double x = 5; x < 35; x += 0.1)
        for (double y = 5; y < 11; y += 0.1)
            REQUIRE(look.after.at(x, y) == Covered::kBar);
    for (double y = 20; y < 60; y += 0.1)
        for (double x = 0; x < 100; x += 0.1)
            REQUIRE(look.after.at(x, y) == look.before.at(x, y));
}

TEST_CASE("R6 a word is found within a sentence, across boxes, with spaces, in either case") {
    CHECK(covered(textAt(5, 5, "No 9901 01x.", 10), {"990101X"}).isCoveredAt(5, 5));
    const std::string split = textAt(5, 5, "99", 10) + textAt(40, 5, "01", 11) +
                              textAt(5, 25, "01X", 12) + textAt(40, 25, "7", 13);
    const Covered look = covered(split, {"990101X"});
    CHECK(look.isCoveredAt(5, 5));
    CHECK(look.isCoveredAt(40, 5));
    CHECK(look.isCoveredAt(5, 25));
    CHECK_FALSE(look.isCoveredAt(40, 25));
}

TEST_CASE("R6 nothing and single characters cover nothing") {
    const Covered look = covered(textAt(5, 5, "990101", 10), {"", "9", " ", "42"});
    CHECK(look.before.picture.pixels == look.after.picture.pixels);
}
