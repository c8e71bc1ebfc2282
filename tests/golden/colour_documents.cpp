// SPDX-License-Identifier: Apache-2.0
#include "tests/golden/documents.h"

namespace kiosk::tests::golden {

namespace {

constexpr std::string_view kThreeColours =
    "<ofd:Segment Position='0'><ofd:Color Value='220 30 30'/></ofd:Segment>"
    "<ofd:Segment Position='0.4'><ofd:Color Value='250 220 60'/></ofd:Segment>"
    "<ofd:Segment Position='1'><ofd:Color Value='20 60 200' Alpha='128'/></ofd:Segment>";

/// A rectangle filled with what stands inside its FillColor.
std::string filled(std::string_view boundary, std::string_view inside) {
    std::string xml = "<ofd:PathObject Fill='true' Stroke='false' Boundary='";
    xml.append(boundary).append("'><ofd:FillColor>").append(inside);
    return xml.append("</ofd:FillColor><ofd:AbbreviatedData>M 0 0 L 99 0 L 99 60 L 0 60 C"
                      "</ofd:AbbreviatedData></ofd:PathObject>");
}

std::string axial(std::string_view attributes) {
    std::string xml = "<ofd:AxialShd StartPoint='20 0' EndPoint='70 5' ";
    return xml.append(attributes).append(">").append(kThreeColours).append("</ofd:AxialShd>");
}

std::string axialShadings() {
    std::string xml;
    int y = 2;
    for (const char* attributes : {"", "Extend='1'", "Extend='3'", "MapType='Repeat' MapUnit='15'",
                                   "MapType='Reflect' MapUnit='15' Extend='2'",
                                   "MapType='Reflect' MapUnit='10' Extend='3'"}) {
        xml += filled("2 " + std::to_string(y) + " 96 8", axial(attributes));
        y += 9;
    }
    return xml;
}

std::string radial(std::string_view attributes) {
    std::string xml = "<ofd:RadialShd StartPoint='22 14' EndPoint='24 14' StartRadius='2' "
                      "EndRadius='12' ";
    return xml.append(attributes).append(">").append(kThreeColours).append("</ofd:RadialShd>");
}

std::string radialShadings() {
    return filled("2 1 46 28", radial("")) + filled("52 1 46 28", radial("Extend='3'")) +
           filled("2 31 46 28", radial("Eccentricity='0.8' Angle='30'")) +
           filled("52 31 46 28", radial("MapType='Repeat' MapUnit='5'"));
}

std::string point(std::string_view at, std::string_view colour, std::string_view flag) {
    const auto blank = at.find(' ');
    std::string xml = "<ofd:Point X='";
    xml.append(at.substr(0, blank)).append("' Y='").append(at.substr(blank + 1));
    xml.append("' EdgeFlag='").append(flag).append("'><ofd:Color Value='").append(colour);
    return xml.append("'/></ofd:Point>");
}

std::string meshes() {
    const std::string chain = point("2 2", "255 0 0", "0") + point("40 8", "0 255 0", "0") +
                              point("8 50", "0 0 255", "0") + point("44 52", "255 255 0", "1") +
                              point("47 25", "255 255 255", "2");
    std::string lattice;
    for (const auto& [at, colour] : {std::pair{"4 4", "255 0 0"},
                                     {"22 8", "255 255 0"},
                                     {"42 4", "0 255 0"},
                                     {"8 28", "0 0 255"},
                                     {"24 24", "255 255 255"},
                                     {"40 30", "0 0 255"},
                                     {"4 52", "0 255 0"},
                                     {"22 46", "255 0 255"},
                                     {"42 52", "255 0 0"}})
        lattice += point(at, colour, "0");
    return filled("0 0 49 60", "<ofd:GouraudShd>" + chain + "</ofd:GouraudShd>") +
           filled("51 2 47 56", "<ofd:LaGouraudShd VerticesPerRow='3'>" + lattice +
                                    "<ofd:BackColor Value='220 220 220'/></ofd:LaGouraudShd>");
}

std::string pattern(std::string_view attributes) {
    std::string xml = "<ofd:Pattern Width='8' Height='8' XStep='9' YStep='9' ";
    xml.append(attributes).append("><ofd:CellContent>");
    return xml
        .append(path("Fill='true' Stroke='false'", "<ofd:FillColor Value='30 120 90'/>",
                     "M 1 1 L 7 1 L 1 7 C"))
        .append("</ofd:CellContent></ofd:Pattern>");
}

std::string patterns() {
    return filled("2 2 30 26", pattern("")) +
           filled("35 2 30 26", pattern("ReflectMethod='Column'")) +
           filled("68 2 30 26", pattern("ReflectMethod='Row'")) +
           filled("2 32 30 26", pattern("ReflectMethod='RowAndColumn'")) +
           filled("35 32 30 26", pattern("RelativeTo='Page'")) +
           filled("68 32 30 26", pattern("CTM='0.7 0.7 -0.7 0.7 3 0'"));
}

std::string swatch(std::string_view boundary, std::string_view colour) {
    std::string xml = "<ofd:PathObject Fill='true' LineWidth='0.4' Boundary='";
    xml.append(boundary).append("' ><ofd:FillColor ").append(colour);
    return xml.append("/><ofd:AbbreviatedData>M 0 0 L 20 0 L 20 20 L 0 20 C</ofd:AbbreviatedData>"
                      "</ofd:PathObject>");
}

std::string spaces() {
    return swatch("5 5 20 20", "Value='200 100 0'") + swatch("30 5 20 20", "Value='#3366CC'") +
           swatch("55 5 20 20", "ColorSpace='5' Value='0 128 255 30'") +
           swatch("78 5 20 20", "ColorSpace='6' Index='1'") +
           swatch("5 32 20 20", "ColorSpace='7' Value='90'") +
           swatch("15 37 20 20", "Value='200 0 0' Alpha='100'") +
           path("Fill='true' Alpha='128' LineWidth='6'",
                "<ofd:FillColor Value='0 0 200' Alpha='128'/><ofd:StrokeColor Value='0 140 0'/>",
                "M 50 35 L 92 35 L 92 55 L 50 55 C");
}

constexpr std::string_view kSpaces =
    "<ofd:ColorSpaces><ofd:ColorSpace ID='5' Type='CMYK'/><ofd:ColorSpace ID='6' Type='RGB'>"
    "<ofd:Palette><ofd:CV>0 0 0</ofd:CV><ofd:CV>120 60 180</ofd:CV></ofd:Palette></ofd:ColorSpace>"
    "<ofd:ColorSpace ID='7' Type='GRAY'/></ofd:ColorSpaces>";

} // namespace

std::vector<GoldenDocument> colourDocuments() {
    return {{.name = "colour-spaces", .page = spaces(), .resources = std::string(kSpaces)},
            {.name = "colour-axial", .page = axialShadings()},
            {.name = "colour-radial", .page = radialShadings()},
            {.name = "colour-meshes", .page = meshes()},
            {.name = "colour-patterns", .page = patterns()}};
}

} // namespace kiosk::tests::golden
