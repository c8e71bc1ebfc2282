// SPDX-License-Identifier: Apache-2.0
#include "tests/hostile/hostile_files.h"
#include "tests/support/ofd_builder.h"

namespace kiosk::tests {

namespace {

/// A page with one path, stroked, of these steps and attributes.
Bytes path(const std::string& data, std::string_view attributes = {}) {
    const std::string page = "<ofd:PathObject ID=\"9\" Boundary=\"0 0 100 60\" " +
                             std::string(attributes) + "><ofd:AbbreviatedData>" + data +
                             "</ofd:AbbreviatedData></ofd:PathObject>";
    return makeZip(ofdEntries({.page = page}), Packing::stored);
}

/// Lines back and forth over the whole page, so that each crosses most of the others.
std::string zigzag(int segments) {
    std::string data = "M 0 0";
    for (int i = 0; i < segments; ++i)
        data += " L " + std::to_string(i * 37 % 100) + " " + std::to_string(i * 23 % 60);
    return data;
}

Bytes filledZigzag() {
    const std::string page =
        "<ofd:PathObject ID=\"9\" Boundary=\"0 0 100 60\" Fill=\"true\" Stroke=\"false\">"
        "<ofd:FillColor Value=\"0 0 0\"/><ofd:AbbreviatedData>" +
        zigzag(1'000'000) + "</ofd:AbbreviatedData></ofd:PathObject>";
    return makeZip(ofdEntries({.page = page}), Packing::stored);
}

Bytes clippedByZigzags() {
    std::string clips = "<ofd:Clips>";
    for (int i = 0; i < 20; ++i)
        clips += "<ofd:Clip><ofd:Area><ofd:Path Boundary=\"0 0 100 60\"><ofd:AbbreviatedData>" +
                 zigzag(20'000) + "</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip>";
    const std::string page = "<ofd:PathObject ID=\"9\" Boundary=\"0 0 100 60\">" + clips +
                             "</ofd:Clips><ofd:AbbreviatedData>M 0 0 L 100 60"
                             "</ofd:AbbreviatedData></ofd:PathObject>";
    return makeZip(ofdEntries({.page = page}), Packing::stored);
}

/// A pattern whose cell is filled with a pattern, and so on.
std::string pattern(int depth, double step) {
    const std::string size = std::to_string(step);
    const std::string cell =
        depth == 0 ? "<ofd:FillColor Value=\"255 0 0\"/>" : pattern(depth - 1, step / 4);
    return "<ofd:FillColor><ofd:Pattern Width=\"" + size + "\" Height=\"" + size +
           "\"><ofd:CellContent><ofd:PathObject Boundary=\"0 0 100 60\" Fill=\"true\" "
           "Stroke=\"false\">" +
           cell +
           "<ofd:AbbreviatedData>M 0 0 L 100 0 L 100 60 L 0 60 C</ofd:AbbreviatedData>"
           "</ofd:PathObject></ofd:CellContent></ofd:Pattern></ofd:FillColor>";
}

Bytes patterned(int depth, double step) {
    const std::string page = "<ofd:PathObject ID=\"9\" Boundary=\"0 0 100 60\" Fill=\"true\">" +
                             pattern(depth, step) +
                             "<ofd:AbbreviatedData>M 0 0 L 100 0 L 100 60 L 0 60 C"
                             "</ofd:AbbreviatedData></ofd:PathObject>";
    return makeOfd({.page = page});
}

/// `count` characters in one TextCode.
Bytes text(std::size_t count, std::string_view character, std::string_view delta) {
    std::string characters;
    for (std::size_t i = 0; i < count; ++i)
        characters.append(character);
    const std::string page =
        "<ofd:TextObject ID=\"9\" Boundary=\"0 0 100 60\" Font=\"3\" Size=\"5\"><ofd:TextCode "
        "X=\"0\" Y=\"6\" " +
        std::string(delta) + ">" + characters + "</ofd:TextCode></ofd:TextObject>";
    return makeZip(ofdEntries({.page = page}), Packing::stored);
}

Bytes hugeText() {
    return makeOfd({.page = "<ofd:TextObject ID=\"9\" Boundary=\"0 0 100 60\" Font=\"3\" "
                            "Size=\"1000000\"><ofd:TextCode X=\"0\" Y=\"6\">证照</ofd:TextCode>"
                            "</ofd:TextObject>"});
}

/// Half-transparent composites in one another: each a picture of the whole page.
Bytes groups() {
    std::string units = "<ofd:CompositeGraphicUnits>";
    for (int i = 60; i < 70; ++i)
        units += "<ofd:CompositeGraphicUnit ID=\"" + std::to_string(i) +
                 "\" Width=\"900\" Height=\"900\"><ofd:Content>"
                 "<ofd:CompositeObject Boundary=\"0 0 900 900\" Alpha=\"90\" ResourceID=\"" +
                 std::to_string(i + 1) + "\"/></ofd:Content></ofd:CompositeGraphicUnit>";
    units += "</ofd:CompositeGraphicUnits>";
    return makeOfd({.size = "0 0 700 700",
                    .page = "<ofd:CompositeObject ID=\"9\" Boundary=\"0 0 700 700\" "
                            "Alpha=\"90\" ResourceID=\"60\"/>",
                    .resources = units});
}

Bytes shading() {
    std::string stops;
    for (int i = 0; i < 100'000; ++i)
        stops += "<ofd:Segment Position=\"0.5\"><ofd:Color Value=\"1 2 3\"/></ofd:Segment>";
    const std::string page =
        "<ofd:PathObject ID=\"9\" Boundary=\"0 0 100 60\" Fill=\"true\"><ofd:FillColor>"
        "<ofd:AxialShd MapType=\"Repeat\" MapUnit=\"0.000001\" StartPoint=\"0 0\" "
        "EndPoint=\"100 0\">" +
        stops +
        "</ofd:AxialShd></ofd:FillColor><ofd:AbbreviatedData>M 0 0 L 100 0 L 100 60 C"
        "</ofd:AbbreviatedData></ofd:PathObject>";
    return makeZip(ofdEntries({.page = page}), Packing::stored);
}

/// A seal's picture that is a document with a seal that is a document.
Bytes sealInSeal() {
    const std::string list = "<a><Signature ID=\"1\" BaseLoc=\"S.xml\"/></a>";
    return makeOfd({.page = "<ofd:PathObject ID=\"9\" Boundary=\"0 0 90 50\">"
                            "<ofd:AbbreviatedData>M 1 1 L 80 40</ofd:AbbreviatedData>"
                            "</ofd:PathObject>",
                    .files = {{"L.xml", list},
                              {"S.xml", "<Signature><SignedInfo><StampAnnot PageRef=\"1\" "
                                        "Boundary=\"0 0 50 50\"/></SignedInfo></Signature>"},
                              {"seal.ofd", toText(makeOfd({}))}}});
}

} // namespace

std::vector<HostileFile> hostileDrawings() {
    const std::string longLine = "M 0 0 L 1000000 0 L 0 60 L 1000000 60";
    return {
        {"a path of a million segments", [] { return path(zigzag(1'000'000)); },
         "document.too-complex"},
        {"a filled path of a million segments", filledZigzag, "document.too-complex"},
        {"a path of as many segments as one may have", [] { return path(zigzag(6'000)); }, "drawn"},
        {"clips of many segments", clippedByZigzags, "document.too-complex"},
        {"a line as wide as the world", [] { return path("M 0 0 L 9 9", "LineWidth=\"1000000\""); },
         "drawn"},
        {"dashes too small to see on a long line",
         [longLine] { return path(longLine, "DashPattern=\"0.000001 0.000001\""); },
         "document.too-complex"},
        {"dashes of a hair on a long line",
         [longLine] { return path(longLine, "DashPattern=\"0.1 0.1\""); }, "document.too-complex"},
        {"small dashes along eight thousand lines",
         [] { return path(zigzag(8'000), "DashPattern=\"0.05 0.05\""); }, "document.too-complex"},
        {"tiles of a millionth of a millimetre", [] { return patterned(0, 1e-6); }, "drawn"},
        {"tiles of a hundredth of a millimetre", [] { return patterned(0, 0.01); }, "drawn"},
        {"patterns within patterns", [] { return patterned(7, 20); }, "drawn"},
        {"a text of a million glyphs", [] { return text(1'000'000, "a", ""); },
         "document.too-complex"},
        {"a text of a million Chinese glyphs in one place",
         [] { return text(1'000'000, "证", "DeltaX=\"0\""); }, "document.too-complex"},
        {"a glyph as large as the world", hugeText, "document.not-drawn"},
        {"groups within groups over a large page", groups, "document.not-drawn"},
        {"a shading of a hundred thousand colours", shading, "drawn"},
        {"a seal that holds a document that holds a seal", [] { return makeOfd({}); }, "drawn",
         sealInSeal},
    };
}

} // namespace kiosk::tests
