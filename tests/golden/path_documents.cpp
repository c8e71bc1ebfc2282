// SPDX-License-Identifier: Apache-2.0
#include "tests/golden/documents.h"

namespace kiosk::tests::golden {

namespace {

constexpr std::string_view kRed = "<ofd:FillColor Value='200 30 30'/>";

std::string fillRules() {
    constexpr std::string_view kStars =
        "M 25 5 L 39 50 L 2 22 L 48 22 L 11 50 C M 60 10 L 95 10 L 95 50 L 60 50 C M 70 20 L 85 20 "
        "L 85 40 L 70 40 C";
    return path("Fill='true' Rule='Even-Odd' LineWidth='0.5'", kRed, kStars);
}

std::string nonZero() {
    constexpr std::string_view kStars =
        "M 25 5 L 39 50 L 2 22 L 48 22 L 11 50 C M 60 10 L 95 10 L 95 50 L 60 50 C M 70 20 L 70 40 "
        "L 85 40 L 85 20 C";
    return path("Fill='true' LineWidth='0.5'", kRed, kStars);
}

std::string lines() {
    std::string xml;
    int y = 6;
    for (const char* style :
         {"", "Cap='Round'", "Cap='Square'", "DashPattern='6 3'",
          "DashPattern='6 3 1 3' DashOffset='5'", "Cap='Round' DashPattern='0 6'"}) {
        const std::string at = std::to_string(y);
        xml += path("LineWidth='4' " + std::string(style), "", "M 8 " + at + " L 45 " + at);
        y += 9;
    }
    int top = 8;
    for (const char* style : {"", "Join='Round'", "Join='Bevel'", "MiterLimit='1.2'"}) {
        const std::string up = std::to_string(top), down = std::to_string(top + 8);
        xml += path("LineWidth='4' " + std::string(style), "",
                    "M 55 " + down + " L 70 " + up + " L 85 " + down);
        top += 13;
    }
    return xml;
}

std::string curves() {
    return path("LineWidth='1'", "", "M 5 30 Q 20 -10 35 30 B 40 60 55 60 60 30") +
           path("LineWidth='1'", "<ofd:StrokeColor Value='0 90 160'/>",
                "M 65 15 A 12 8 30 1 1 90 15 M 65 45 A 12 8 30 0 0 90 45 M 65 50 A 1 1 0 0 1 90 "
                "50") +
           path("LineWidth='1'", "<ofd:StrokeColor Value='0 140 60'/>",
                "M5 50L20 50 20 58CM30 50l9 9");
}

/// The page filled through the given areas.
std::string clipped(std::string_view areas, std::string_view colour) {
    std::string inside = "<ofd:Clips><ofd:Clip>";
    inside.append(areas).append("</ofd:Clip></ofd:Clips><ofd:FillColor Value='").append(colour);
    return path("Fill='true' Stroke='false'", inside.append("'/>"),
                "M 0 0 L 100 0 L 100 60 L 0 60 C");
}

std::string area(std::string_view rule, std::string_view data) {
    std::string xml = "<ofd:Area><ofd:Path Boundary='0 0 100 60' Rule='";
    xml.append(rule).append("'><ofd:AbbreviatedData>").append(data);
    return xml.append("</ofd:AbbreviatedData></ofd:Path></ofd:Area>");
}

std::string clips() {
    const std::string letters =
        "<ofd:Area><ofd:Text Boundary='50 0 50 60' Font='3' Size='40'><ofd:TextCode X='4' Y='45'>照"
        "</ofd:TextCode></ofd:Text></ofd:Area>";
    return clipped(area("NonZero", "M 5 5 L 30 5 L 30 30 L 5 30 C") +
                       area("NonZero", "M 20 20 L 20 50 L 45 50 L 45 20 C") +
                       area("Even-Odd",
                            "M 5 35 L 40 35 L 40 58 L 5 58 C M 10 40 L 18 40 L 18 52 L 10 "
                            "52 C"),
                   "30 90 200") +
           clipped(letters, "200 30 30");
}

} // namespace

std::vector<GoldenDocument> pathDocuments() {
    const std::string font =
        "<ofd:Fonts><ofd:Font ID='3' FontName='Noto Serif CJK SC'/></ofd:Fonts>";
    return {{.name = "path-even-odd", .page = fillRules()},
            {.name = "path-non-zero", .page = nonZero()},
            {.name = "path-lines", .page = lines()},
            {.name = "path-curves", .page = curves()},
            {.name = "path-clips", .page = clips(), .resources = font}};
}

} // namespace kiosk::tests::golden
