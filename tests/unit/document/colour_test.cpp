// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/document/ofd/colour.h"

using namespace kiosk;
using namespace kiosk::document::ofd;

namespace {

Paint paintFrom(std::string_view xml, const ColourSpaces& spaces = {}) {
    return parsePaint(parseXml(bytesOf(xml), "colour").value(), spaces);
}

} // namespace

TEST_CASE("components are decimal, hexadecimal or one web colour") {
    CHECK(parseColour("255 51 0", {}).green == Approx(0.2));
    CHECK(parseColour("#FF #33 #00", {}).green == Approx(0.2));
    CHECK(parseColour("#FF3300", {}).green == Approx(0.2));
    CHECK(parseColour("", {}).red == 0);
    CHECK(parseColour("999 -5", {}).red == 1);
}

TEST_CASE("grey and CMYK become RGB, sixteen bits are scaled") {
    CHECK(parseColour("255", {ColourSpace::Kind::grey, 8, {}}).blue == 1);
    CHECK(parseColour("65535", {ColourSpace::Kind::grey, 16, {}}).blue == 1);
    const Rgba cyan = parseColour("255 0 0 0", {ColourSpace::Kind::cmyk, 8, {}});
    CHECK(cyan.red == 0);
    CHECK(cyan.green == 1);
    CHECK(parseColour("0 0 0 255", {ColourSpace::Kind::cmyk, 8, {}}).green == 0);
}

TEST_CASE("a colour may be an entry of its space's palette") {
    const ColourSpaces spaces{{5, {ColourSpace::Kind::rgb, 8, {"1 1 1", "255 0 0"}}}};
    CHECK(paintFrom("<FillColor ColorSpace='5' Index='1'/>", spaces).colour.red == 1);
    CHECK(paintFrom("<FillColor ColorSpace='5' Index='9'/>", spaces).colour.red == 0);
}

TEST_CASE("a shading wins over the value beside it and keeps its stops in order") {
    const Paint paint = paintFrom("<FillColor Value='0 0 0' Alpha='51'><RadialShd Extend='3' "
                                  "StartPoint='1 2' EndPoint='3 4' EndRadius='9'>"
                                  "<Segment Position='1'><Color Value='0 0 255'/></Segment>"
                                  "<Segment Position='0'><Color Value='255 0 0'/></Segment>"
                                  "</RadialShd></FillColor>");
    CHECK(paint.colour.alpha == Approx(0.2));
    REQUIRE(paint.shading);
    CHECK(paint.shading->kind == Shading::Kind::radial);
    CHECK(paint.shading->extendsBefore);
    CHECK(paint.shading->extendsAfter);
    CHECK(paint.shading->end.y == 4);
    CHECK(paint.shading->stops.front().colour.red == 1);
}

TEST_CASE("a shading without segments is none") {
    CHECK_FALSE(paintFrom("<FillColor><AxialShd/></FillColor>").shading);
}
