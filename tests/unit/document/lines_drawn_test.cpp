// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/document/drawing.h"

using namespace kiosk;
using namespace kiosk::tests;

namespace {

Drawn stroked(std::string_view attributes, std::string_view data) {
    std::string xml = "<ofd:PathObject Boundary='0 0 100 60' LineWidth='10' ";
    xml.append(attributes).append("><ofd:AbbreviatedData>").append(data);
    return drawn({.page = xml.append("</ofd:AbbreviatedData></ofd:PathObject>")});
}

/// A shape that clips, in an area of its own.
std::string area(std::string_view rule, std::string_view data, std::string_view areaMatrix = "") {
    std::string xml = "<ofd:Area ";
    xml.append(areaMatrix).append("><ofd:Path Boundary='0 0 100 60' Rule='").append(rule);
    xml.append("'><ofd:AbbreviatedData>").append(data);
    return xml.append("</ofd:AbbreviatedData></ofd:Path></ofd:Area>");
}

/// The page filled with red through one clip of these areas.
Drawn clipped(std::string_view areas, std::string_view more = "") {
    std::string xml = "<ofd:PathObject Fill='true' Stroke='false' Boundary='0 0 100 60' ";
    xml.append(more).append("><ofd:Clips><ofd:Clip>").append(areas);
    return drawn({.page = xml.append("</ofd:Clip></ofd:Clips><ofd:FillColor Value='255 0 0'/>"
                                     "<ofd:AbbreviatedData>M 0 0 L 100 0 L 100 60 L 0 60 C"
                                     "</ofd:AbbreviatedData></ofd:PathObject>")});
}

constexpr std::string_view kClockwise = "M 10 10 L 50 10 L 50 50 L 10 50 C";
constexpr std::string_view kAnticlockwise = "M 30 20 L 30 40 L 70 40 L 70 20 C";
constexpr std::string_view kRings =
    "M 40 5 L 95 5 L 95 55 L 40 55 C M 55 15 L 85 15 L 85 45 L 55 45 C";

} // namespace

TEST_CASE("R8 line ends are butt, round or square") {
    CHECK(stroked("", "M 30 30 L 60 30").at(63, 30) == kWhite);
    CHECK(stroked("Cap='Round'", "M 30 30 L 60 30").at(63, 30) == 0);
    CHECK(stroked("Cap='Round'", "M 30 30 L 60 30").at(64, 34) == kWhite);
    CHECK(stroked("Cap='Square'", "M 30 30 L 60 30").at(64, 34) == 0);
}

TEST_CASE("R8 corners are mitred up to their limit, round or bevelled") {
    constexpr std::string_view kCorner = "M 20 50 L 50 50 L 50 20";
    CHECK(stroked("", kCorner).at(54.5, 54.5) == 0);
    CHECK(stroked("MiterLimit='1.2'", kCorner).at(54.5, 54.5) == kWhite);
    CHECK(stroked("Join='Bevel'", kCorner).at(53.5, 53.5) == kWhite);
    CHECK(stroked("Join='Round'", kCorner).at(53.2, 53.2) == 0);
    CHECK(stroked("Join='Round'", kCorner).at(54.5, 54.5) == kWhite);
}

TEST_CASE("R8 dashes begin at their offset; nonsense in them leaves the line whole") {
    CHECK(stroked("DashPattern='10 10' DashOffset='10'", "M 0 30 L 100 30").at(5, 30) == kWhite);
    CHECK(stroked("DashPattern='10 10' DashOffset='10'", "M 0 30 L 100 30").at(15, 30) == 0);
    CHECK(stroked("DashPattern='10 -10'", "M 0 30 L 100 30").at(15, 30) == 0);
}

TEST_CASE("R8 operands without an operator repeat the last one") {
    const Drawn page = stroked("", "M 10 10 50 10 50 +50 L 10 50");
    CHECK(page.at(30, 10) == 0);
    CHECK(page.at(50, 30) == 0);
    CHECK(page.at(30, 50) == 0);
    CHECK_FALSE(stroked("", "M 10 10 C 5 5 L 90 90").at(80, 50) == 0);
}

TEST_CASE("R8 arcs of no extent and of no radius draw what is left of them") {
    CHECK_FALSE(stroked("", "M 30 30 A 9 9 0 1 1 30 30").hasInk());
    CHECK(stroked("", "M 20 30 A 0 9 0 0 1 80 30").at(50, 30) == 0);
    CHECK(stroked("", "M 20 30 A 1 1 0 0 1 80 30").at(50, 1) == 0); // grown to reach
}

TEST_CASE("R8 areas of a clip unite whatever way they wind") {
    const Drawn page = clipped(area("NonZero", kClockwise) + area("NonZero", kAnticlockwise));
    CHECK(page.at(20, 15) == kRed);
    CHECK(page.at(40, 30) == kRed); // in both
    CHECK(page.at(65, 30) == kRed);
    CHECK(page.at(65, 15) == kWhite);
}

TEST_CASE("R8 areas of a clip keep their own fill rules") {
    const Drawn page = clipped(area("NonZero", kClockwise) + area("Even-Odd", kRings));
    CHECK(page.at(45, 8) == kRed);
    CHECK(page.at(60, 30) == kWhite); // the hole of the rings, outside the square
    CHECK(page.at(47, 30) == kRed);
    CHECK(page.at(20, 30) == kRed);
    CHECK(clipped(area("Even-Odd", kRings)).at(70, 30) == kWhite);
    CHECK(clipped(area("NonZero", kRings)).at(70, 30) == kRed);
}

TEST_CASE("R8 a clip that unites areas fades with its object") {
    const Drawn page =
        clipped(area("NonZero", kClockwise) + area("NonZero", kAnticlockwise), "Alpha='128'");
    CHECK((page.at(40, 30) >> 8U & 0xFFU) > 125);
    CHECK((page.at(40, 30) >> 8U & 0xFFU) < 130);
}

TEST_CASE("R8 an area of a clip has its own matrix, and text clips too") {
    const Drawn moved = clipped(area("NonZero", kClockwise, "CTM='1 0 0 1 40 0'"));
    CHECK(moved.at(20, 30) == kWhite);
    CHECK(moved.at(80, 30) == kRed);
    const Drawn text = clipped("<ofd:Area><ofd:Text Boundary='0 0 100 60' Size='60'><ofd:TextCode "
                               "X='20' Y='50'>一</ofd:TextCode></ofd:Text></ofd:Area>");
    CHECK(text.hasInk());
    CHECK(text.at(50, 55) == kWhite);
    CHECK(text.at(5, 5) == kWhite);
}

TEST_CASE("R8 a clip without any area leaves nothing of its object") {
    CHECK_FALSE(clipped("").hasInk());
    CHECK_FALSE(clipped("<ofd:Area/>").hasInk());
}
