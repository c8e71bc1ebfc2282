// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/document/drawing.h"

using namespace kiosk;
using namespace kiosk::tests;
using document::Document;

namespace {

/// The whole page of 100 x 60 mm, filled with what `colour` holds: attributes, '>' and children.
std::string sheet(std::string_view colour, std::string_view attributes = "") {
    std::string xml = "<ofd:PathObject Fill='true' Stroke='false' Boundary='0 0 100 60' ";
    xml.append(attributes).append("><ofd:FillColor ").append(colour);
    return xml.append("</ofd:FillColor><ofd:AbbreviatedData>M 0 0 L 100 0 L 100 60 L 0 60 C"
                      "</ofd:AbbreviatedData></ofd:PathObject>");
}

std::string point(std::string_view x, std::string_view y, std::string_view colour,
                  std::string_view flag = "0") {
    std::string xml = "<ofd:Point X='";
    xml.append(x).append("' Y='").append(y).append("' EdgeFlag='").append(flag);
    return xml.append("'><ofd:Color Value='").append(colour).append("'/></ofd:Point>");
}

std::string segments() {
    return "<ofd:Segment Position='0'><ofd:Color Value='255 0 0'/></ofd:Segment>"
           "<ofd:Segment Position='1'><ofd:Color Value='0 0 255'/></ofd:Segment>";
}

/// Red left half, green lower right quarter, in a cell of 20 x 20.
std::string pattern(std::string_view attributes) {
    std::string xml = "><ofd:Pattern Width='20' Height='20' XStep='20' YStep='20' ";
    xml.append(attributes).append("><ofd:CellContent>");
    for (const auto& [box, colour] :
         {std::pair{"0 0 10 20", "255 0 0"}, std::pair{"10 10 10 10", "0 255 0"}})
        xml.append("<ofd:PathObject Fill='true' Stroke='false' Boundary='")
            .append(box)
            .append("'><ofd:FillColor Value='")
            .append(colour)
            .append("'/><ofd:AbbreviatedData>M 0 0 L 20 0 L 20 20 L 0 20 C</ofd:AbbreviatedData>"
                    "</ofd:PathObject>");
    return xml.append("</ofd:CellContent></ofd:Pattern>");
}

unsigned redOf(std::uint32_t pixel) {
    return pixel >> 16U & 0xFFU;
}
unsigned greenOf(std::uint32_t pixel) {
    return pixel >> 8U & 0xFFU;
}
unsigned blueOf(std::uint32_t pixel) {
    return pixel & 0xFFU;
}

} // namespace

TEST_CASE("R8 Gouraud triangles blend their corners and hang on each other's edges") {
    const std::string triangles = "><ofd:GouraudShd>" + point("0 ", "0", "255 0 0") +
                                  point("50", "0", "0 255 0") + point("0", "50", "0 0 255") +
                                  point("50", "50", "255 255 255", "1") + "</ofd:GouraudShd>";
    const Drawn page = drawn({.page = sheet(triangles)});
    CHECK(redOf(page.at(0.5, 0.5)) > 240);
    CHECK(greenOf(page.at(48.5, 0.5)) > 240);
    CHECK(blueOf(page.at(0.5, 48.5)) > 240);
    const std::uint32_t middle = page.at(16.6, 16.6);
    for (const unsigned part : {redOf(middle), greenOf(middle), blueOf(middle)})
        CHECK(std::abs(static_cast<int>(part) - 85) < 4);
    CHECK(redOf(page.at(49, 49)) > 240); // of the second triangle
    CHECK(page.at(60, 20) == kWhite);
    const Drawn faded = drawn({.page = sheet("Alpha='128'" + triangles)});
    CHECK(greenOf(faded.at(0.5, 0.5)) > 120);
    CHECK(greenOf(faded.at(0.5, 0.5)) < 140);
}

TEST_CASE("R8 a lattice is made of cells, its ground lies beside it, and both fade together") {
    const auto lattice = [](std::string_view alpha) {
        std::string xml(alpha);
        xml += "><ofd:LaGouraudShd VerticesPerRow='3'>";
        for (const char* y : {"0", "20", "40"})
            for (const char* x : {"0", "20", "40"})
                xml += point(x, y, "255 0 0");
        return drawn({.page = sheet(xml + "<ofd:BackColor Value='0 0 255'/></ofd:LaGouraudShd>")});
    };
    CHECK(lattice("").at(10, 10) == kRed);
    CHECK(lattice("").at(35, 35) == kRed);
    CHECK(lattice("").at(50, 10) == kBlue);
    const std::uint32_t faded = lattice("Alpha='128'").at(10, 10);
    CHECK(redOf(faded) == 255);
    CHECK(std::abs(static_cast<int>(blueOf(faded)) - 127) < 3);
}

TEST_CASE("R8 meshes without a whole triangle paint nothing") {
    const std::string none = "><ofd:GouraudShd>" + point("0", "0", "0 0 0") + "</ofd:GouraudShd>";
    const std::string flat = "><ofd:LaGouraudShd VerticesPerRow='1'>" + point("0", "0", "0 0 0") +
                             point("9", "0", "0 0 0") + "</ofd:LaGouraudShd>";
    CHECK(drawn({.page = sheet("Value='255 0 0'" + none)}).at(1, 1) == kRed);
    CHECK(drawn({.page = sheet("Value='255 0 0'" + flat)}).at(1, 1) == kRed);
}

TEST_CASE(
    "R8 a shading repeats or mirrors along its axis and stops at the ends it must not extend") {
    const auto shaded = [](std::string_view attributes) {
        std::string xml = "><ofd:AxialShd StartPoint='20 0' EndPoint='80 0' MapUnit='20' ";
        xml.append(attributes).append(">").append(segments());
        return drawn({.page = sheet(xml.append("</ofd:AxialShd>"))});
    };
    const Drawn repeated = shaded("MapType='Repeat'");
    CHECK(redOf(repeated.at(40.5, 30)) > 240);
    CHECK(blueOf(repeated.at(39.5, 30)) > 240);
    CHECK(redOf(repeated.at(60.5, 30)) > 240);
    CHECK(repeated.at(10, 30) == kWhite);
    CHECK(repeated.at(90, 30) == kWhite);
    const Drawn mirrored = shaded("MapType='Reflect'");
    CHECK(blueOf(mirrored.at(40.5, 30)) > 240);
    CHECK(redOf(mirrored.at(60, 30)) > 240);
    const Drawn after = shaded("MapType='Repeat' Extend='2'");
    CHECK(redOf(after.at(80.5, 30)) > 240);
    CHECK(blueOf(after.at(99.4, 30)) > 240);
    CHECK(after.at(10, 30) == kWhite);
    const Drawn before = shaded("MapType='Reflect' Extend='1'");
    CHECK(blueOf(before.at(0.5, 30)) > 240);
    CHECK(before.at(90, 30) == kWhite);
    const Drawn both = shaded("MapType='Repeat' Extend='3'");
    CHECK(blueOf(both.at(19.5, 30)) > 240);
    CHECK(redOf(both.at(80.5, 30)) > 240);
}

TEST_CASE("R8 a radial shading grows from its first circle, repeats, and may be an ellipse") {
    const auto shaded = [](std::string_view attributes) {
        std::string xml = "><ofd:RadialShd StartPoint='50 30' EndPoint='50 30' EndRadius='20' ";
        xml.append(attributes).append(">").append(segments());
        return drawn({.page = sheet(xml.append("</ofd:RadialShd>"))});
    };
    CHECK(redOf(shaded("").at(50, 30)) > 240);
    CHECK(blueOf(shaded("").at(69, 30)) > 230);
    CHECK(shaded("").at(75, 30) == kWhite);
    CHECK(shaded("Extend='2'").at(75, 30) == kBlue);
    const Drawn repeated = shaded("MapType='Repeat' MapUnit='10'");
    CHECK(blueOf(repeated.at(59.5, 30)) > 230);
    CHECK(redOf(repeated.at(60.7, 30)) > 230);
    CHECK(repeated.at(75, 30) == kWhite);
    const Drawn ellipse = shaded("Eccentricity='0.866'"); // half as wide across
    CHECK(ellipse.at(68, 30) != kWhite);
    CHECK(ellipse.at(50, 42) == kWhite);
    CHECK(shaded("Eccentricity='0.866' Angle='90'").at(50, 42) != kWhite);
}

TEST_CASE("R8 a pattern's neighbours are mirrored by columns, rows or both") {
    const auto shown = [](std::string_view method) {
        return drawn({.page = sheet(pattern("ReflectMethod='" + std::string(method) + "'"))});
    };
    CHECK(shown("Normal").at(25, 5) == kRed);
    CHECK(shown("Normal").at(15, 35) == kGreen);
    CHECK(shown("Column").at(25, 15) == kGreen); // its red half is away from the first cell
    CHECK(shown("Column").at(35, 5) == kRed);
    CHECK(shown("Column").at(15, 35) == kGreen);
    CHECK(shown("Row").at(15, 25) == kGreen);
    CHECK(shown("Row").at(25, 5) == kRed);
    CHECK(shown("RowAndColumn").at(25, 25) == kGreen);
    CHECK(shown("RowAndColumn").at(35, 35) == kRed);
}

TEST_CASE("R8 a pattern begins at its object or at the page, moved by its own matrix") {
    const auto shown = [](std::string_view attributes) {
        std::string page = sheet(pattern(attributes));
        page.replace(page.find("0 0 100 60"), 10, "10 0 90 60");
        return drawn({.page = page});
    };
    CHECK(shown("").at(12, 5) == kRed);
    CHECK(shown("RelativeTo='Page'").at(12, 5) == kWhite);
    CHECK(shown("RelativeTo='Page'").at(22, 5) == kRed);
    CHECK(shown("CTM='1 0 0 1 10 0'").at(12, 5) == kWhite);
    CHECK(shown("CTM='2 0 0 2 0 0'").at(28, 5) == kRed);
}

TEST_CASE("R8 a pattern fades with its object and its colour") {
    const std::uint32_t half =
        drawn({.page = sheet("Alpha='128'" + pattern(""), "Alpha='128'")}).at(5, 5);
    CHECK(redOf(half) == 255);
    CHECK(std::abs(static_cast<int>(greenOf(half)) - 191) < 3);
}

TEST_CASE("R8 cells that do not fill whole pixels stay where they belong") {
    // 13 cells of 7.37 mm: at ten pixels a millimetre an error of half a pixel each would show.
    const std::string xml = "><ofd:Pattern Width='7.37' Height='60' XStep='7.37' YStep='60'>"
                            "<ofd:CellContent><ofd:PathObject Fill='true' Stroke='false' Boundary="
                            "'0 0 1 60'><ofd:FillColor Value='255 0 0'/><ofd:AbbreviatedData>M 0 0 "
                            "L 9 0 L 9 60 L 0 60 C</ofd:AbbreviatedData></ofd:PathObject>"
                            "</ofd:CellContent></ofd:Pattern>";
    const Drawn page = drawn({.page = sheet(xml)});
    CHECK(greenOf(page.at(12 * 7.37 + 0.5, 30)) < 0x20);
    CHECK(page.at(12 * 7.37 - 0.5, 30) == kWhite);
    CHECK(page.at(12 * 7.37 + 1.5, 30) == kWhite);
}

TEST_CASE(
    "R8 colour spaces: the document's own, a palette, CMYK; a profile is told and left aside") {
    constexpr std::string_view kSpaces =
        "<ofd:ColorSpaces><ofd:ColorSpace ID='5' Type='CMYK' Profile='p.icc'/>"
        "<ofd:ColorSpace ID='6' Type='RGB'><ofd:Palette><ofd:CV>0 0 255</ofd:CV><ofd:CV>0 255 0"
        "</ofd:CV></ofd:Palette></ofd:ColorSpace></ofd:ColorSpaces>";
    const auto shown = [&](std::string_view colour, std::string_view common = "") {
        return openOfd({.page = sheet(colour), .resources = kSpaces, .commonData = common});
    };
    CHECK(drawn(shown("ColorSpace='5' Value='0 255 255 0'>")).at(5, 5) == kRed);
    CHECK(drawn(shown("ColorSpace='6' Index='1'>")).at(5, 5) == kGreen);
    CHECK(drawn(shown("Value='0 255 255 0'>", "<ofd:DefaultCS>5</ofd:DefaultCS>")).at(5, 5) ==
          kRed);
    CHECK(drawn(shown("Value='0 255 255 0'>")).at(5, 5) == kRed); // four components are CMYK
    CHECK(drawn(shown("Value='128'>")).at(5, 5) == 0x808080U);    // one is a grey
    CHECK(shown("Value='0 0 0'>").findings() ==
          std::vector<std::string>{"colour.profile-ignored: 5"});
}
