// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/document/drawing.h"

using namespace kiosk;
using namespace kiosk::tests;
using document::Stamp;

namespace {

/// 2 x 2 pixels: red, white above blue, green.
Bytes fourColours() {
    return fromHex("424d460000000000000036000000280000000200000002000000010018000000000010000000"
                   "00000000000000000000000000000000ff000000ff0000000000ffffffff0000")
        .value();
}

OfdParts withImage(std::string_view object) {
    return {.page = object,
            .resources = "<ofd:MultiMedias><ofd:MultiMedia ID='8' Type='Image'><ofd:MediaFile>"
                         "a.PNG</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>",
            .files = {{"Doc_0/Res/a.PNG", toText(fourColours())}}};
}

Stamp redStamp() {
    const std::string page =
        "<ofd:PathObject Fill='true' Stroke='false' Boundary='0 0 50 60'><ofd:FillColor "
        "Value='255 0 0'/><ofd:AbbreviatedData>M 0 0 L 50 0 L 50 60 L 0 60 C"
        "</ofd:AbbreviatedData></ofd:PathObject>";
    return {.pageId = "1",
            .boundary = {10, 10, 40, 40},
            .clip = std::nullopt,
            .format = "ofd",
            .picture = makeOfd({.page = page}),
            .size = {{40}, {40}}};
}

} // namespace

TEST_CASE("an image fills the unit square of its matrix, told by content, not by name") {
    const Drawn page = drawn(
        withImage("<ofd:ImageObject Boundary='10 10 40 40' CTM='40 0 0 40 0 0' ResourceID='8'/>"));
    CHECK(page.at(15, 15) == kRed);
    CHECK(page.at(45, 45) == kGreen);
    CHECK(page.at(15, 45) == kBlue);
    CHECK(page.at(55, 15) == kWhite);
}

TEST_CASE("an image without a matrix fills its boundary") {
    CHECK(drawn(withImage("<ofd:ImageObject Boundary='10 10 40 40' ResourceID='8'/>")).at(15, 45) ==
          kBlue);
}

TEST_CASE("an image may be turned by a quarter") {
    const Drawn page = drawn(withImage(
        "<ofd:ImageObject Boundary='10 10 40 40' CTM='0 40 -40 0 40 0' ResourceID='8'/>"));
    CHECK(page.at(45, 15) == kRed);
    CHECK(page.at(15, 15) == kBlue);
}

TEST_CASE("a missing or damaged picture is skipped with a finding, once") {
    OfdParts parts = withImage("<ofd:ImageObject Boundary='0 0 9 9' ResourceID='8'/>"
                               "<ofd:ImageObject Boundary='0 0 9 9' ResourceID='8'/>"
                               "<ofd:ImageObject Boundary='0 0 9 9'/>");
    parts.files["Doc_0/Res/a.PNG"] = "no picture";
    const auto file = openOfd(parts);
    CHECK_FALSE(drawn(file).hasInk());
    CHECK(file.findings() == std::vector<std::string>{"image.unknown-format: Doc_0/Res/a.PNG",
                                                      "image.missing-resource: 0"});
}

TEST_CASE("a stamp lies on the page it names, above everything") {
    const auto file = openOfd({});
    CHECK(drawn(file, {redStamp()}).at(15, 15) == kRed);
    Stamp elsewhere = redStamp();
    elsewhere.pageId = "2";
    CHECK_FALSE(drawn(file, {elsewhere}).hasInk());
}

TEST_CASE("a stamp that is a document is stretched to its boundary, its ground left open") {
    // The seal's page is 100 mm wide and half of it red.
    const Drawn page = drawn(openOfd({}), {redStamp()});
    CHECK(page.at(28, 30) == kRed);
    CHECK(page.at(32, 30) == kWhite);
}

TEST_CASE("a stamp's clip cuts it in its own millimetres; it may stick out of the page") {
    Stamp stamp = redStamp();
    stamp.clip = document::BoxMm{0, 0, 8, 40};
    CHECK(drawn(openOfd({}), {stamp}).at(15, 30) == kRed);
    CHECK(drawn(openOfd({}), {stamp}).at(20, 30) == kWhite);
    stamp.boundary.x = -5;
    CHECK(drawn(openOfd({}), {stamp}).at(2, 30) == kRed);
    CHECK(drawn(openOfd({}), {stamp}).at(4, 30) == kWhite);
}

TEST_CASE("a stamp may be a plain picture; a broken one is a finding") {
    Stamp stamp = redStamp();
    stamp.format = "bmp";
    stamp.picture = fourColours();
    CHECK(drawn(openOfd({}), {stamp}).at(15, 45) == kBlue);
    stamp.picture.resize(20);
    const auto file = openOfd({});
    CHECK_FALSE(drawn(file, {stamp}).hasInk());
    CHECK(file.findings() == std::vector<std::string>{"stamp.not-drawn: image.damaged"});
}
