// SPDX-License-Identifier: Apache-2.0
#include "tests/golden/documents.h"
#include "tests/support/font_builder.h"

namespace kiosk::tests::golden {

namespace {

/// Font 3 is not embedded, 4 neither, 5 is one of ours with a box, an L and a triangle.
constexpr std::string_view kFonts =
    "<ofd:Fonts><ofd:Font ID='3' FontName='SimSun'/><ofd:Font ID='4' FontName='SimHei'/>"
    "<ofd:Font ID='5' FontName='T'><ofd:FontFile>t.ttf</ofd:FontFile></ofd:Font>"
    "<ofd:Font ID='6' FontName='SimSun' Italic='true'/><ofd:Font ID='7' FontName='SimSun' "
    "Bold='true'/><ofd:Font ID='8' FontName='Noto Sans'/></ofd:Fonts>";

std::map<std::string, std::string> fontFile() {
    const FontParts parts{.glyphs = {boxGlyph(),
                                     angleGlyph(),
                                     {.points = {{0, 0}, {400, 800}, {800, 0}}, .advance = 900}},
                          .characters = {{U'A', 1}, {U'L', 2}}};
    return {{"Doc_0/Res/t.ttf", toText(makeTrueType(parts))}};
}

/// A text whose first origin stands at x and y.
std::string text(int x, int y, std::string_view attributes, std::string_view code,
                 std::string_view inside = "") {
    std::string xml = "<ofd:TextObject Boundary='0 0 100 60' ";
    xml.append(attributes).append(">").append(inside).append("<ofd:TextCode X='");
    xml.append(std::to_string(x)).append("' Y='").append(std::to_string(y)).append("'>");
    return xml.append(code).append("</ofd:TextCode></ofd:TextObject>");
}

std::string directions() {
    std::string xml;
    int place = 0;
    for (const char* read : {"0", "90", "180", "270"}) {
        for (const char* turn : {"0", "90", "180", "270"}) {
            const int x = 12 + place % 8 * 12, y = 18 + place / 8 * 27;
            xml += text(x, y,
                        std::string("Font='5' Size='5' ReadDirection='") + read +
                            "' CharDirection='" + turn + "'",
                        "LL");
            ++place;
        }
    }
    return xml;
}

std::string styles() {
    constexpr std::string_view kTwoColours =
        "<ofd:FillColor Value='250 200 60'/><ofd:StrokeColor Value='120 30 30'/>";
    return text(4, 14, "Font='3' Size='10'", "证照Abc") +
           text(52, 14, "Font='4' Size='10'", "证照Abc") +
           text(4, 28, "Font='6' Size='10'", "证照Abc") +
           text(52, 28, "Font='7' Size='10'", "证照") +
           text(4, 42, "Font='3' Size='10' Weight='700'", "证照") +
           text(30, 42, "Font='3' Size='10' HScale='0.5'", "证照") +
           text(52, 42, "Font='3' Size='10' Stroke='true' LineWidth='0.3'", "证照", kTwoColours) +
           text(4, 56, "Font='3' Size='10' Stroke='true' Fill='false' LineWidth='0.2'", "证照") +
           text(52, 56, "Font='8' Size='10' Italic='true'", "Licence");
}

std::string steps() {
    const auto code = [](std::string_view attributes, std::string_view content) {
        std::string xml = "<ofd:TextCode ";
        return xml.append(attributes).append(">").append(content).append("</ofd:TextCode>");
    };
    return "<ofd:TextObject Boundary='0 0 100 60' Font='3' Size='6'>" +
           code("X='4' Y='10' DeltaX='8 g 2 12 6'", "一二三四五六") +
           code("Y='20' DeltaX='7'", "同一列起") + code("", "接着") +
           code("X='4' Y='32' DeltaX='5 5' DeltaY='2'", "斜行文字") +
           code("X='80' Y='10' DeltaY='g 9 8'", "竖排文字") + "</ofd:TextObject>";
}

std::string transforms() {
    const auto transform = [](std::string_view position, std::string_view count,
                              std::string_view glyphs) {
        std::string xml = "<ofd:CGTransform CodePosition='";
        xml.append(position).append("' CodeCount='").append(count).append("'><ofd:Glyphs>");
        return xml.append(glyphs).append("</ofd:Glyphs></ofd:CGTransform>");
    };
    return text(4, 16, "Font='5' Size='12'", "xL", transform("0", "1", "3")) +
           text(52, 16, "Font='5' Size='12'", "ffiL", transform("0", "3", "3")) +
           text(4, 34, "Font='5' Size='12'", "xL", transform("0", "1", "3 1")) +
           text(52, 34, "Font='5' Size='12'", "xyzL", transform("0", "3", "3 1")) +
           text(4, 52, "Font='5' Size='12'", "国L", transform("0", "1", "0")) +
           text(52, 52, "Font='3' Size='12'", "国L", transform("0", "1", "3"));
}

std::string rare() {
    return text(4, 16, "Font='3' Size='12'", "\U00020087\U00020164\U0002A6A5\u4DAE") +
           text(60, 16, "Font='3' Size='12'", "\uE863\uE816\uE78D") +
           text(4, 36, "Font='3' Size='12'", "姓\u0378\uE000\U0010FFFD名") +
           text(70, 36, "Font='3' Size='6'", "\u0378\U000F0000",
                "<ofd:FillColor Value='200 0 0'/>") +
           text(6, 42, "Font='3' Size='12' CharDirection='90' ReadDirection='0'", "字\u0378") +
           text(50, 54, "Font='3' Size='12' HScale='0.5' Italic='true'", "字\u0378字");
}

} // namespace

std::vector<GoldenDocument> textDocuments() {
    std::vector<GoldenDocument> all = {{.name = "text-directions", .page = directions()},
                                       {.name = "text-styles", .page = styles()},
                                       {.name = "text-steps", .page = steps()},
                                       {.name = "text-transforms", .page = transforms()},
                                       {.name = "text-rare", .page = rare()}};
    for (GoldenDocument& each : all) {
        each.resources = kFonts;
        each.files = fontFile();
    }
    return all;
}

} // namespace kiosk::tests::golden
