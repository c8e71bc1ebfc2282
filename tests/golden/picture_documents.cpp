// SPDX-License-Identifier: Apache-2.0
#include "tests/golden/documents.h"
#include "tests/support/ofd_builder.h"

namespace kiosk::tests::golden {

namespace {

/// 2 x 2 pixels: red, white above blue, green.
std::string fourColours() {
    return toText(
        fromHex("424d460000000000000036000000280000000200000002000000010018000000000010000"
                "00000000000000000000000000000000000ff000000ff0000000000ffffffff0000")
            .value());
}

/// 2 x 1 pixels of one bit each: black, white.
std::string mask() {
    return toText(
        fromHex("424d42000000000000003e0000002800000002000000010000000100010000000000040000"
                "0000000000000000000000000000000000"
                "00000000ffffff0040000000")
            .value());
}

std::string image(std::string_view boundary, std::string_view attributes,
                  std::string_view inside = "") {
    std::string xml = "<ofd:ImageObject ResourceID='8' Boundary='";
    xml.append(boundary).append("' ").append(attributes).append(">").append(inside);
    return xml.append("</ofd:ImageObject>");
}

std::string images() {
    return box("0 0 100 60", "235 235 220") + image("5 5 25 20", "") +
           image("38 5 25 20", "CTM='0 20 -25 0 25 0'") + image("70 5 25 20", "Alpha='110'") +
           image("5 34 25 20", "ImageMask='9'") +
           image("38 34 25 20", "",
                 "<ofd:Border LineWidth='1.5' HorizonalCornerRadius='5' VerticalCornerRadius='5' "
                 "DashPattern='3 1'><ofd:BorderColor Value='120 0 120'/></ofd:Border>") +
           image("70 34 25 20", "CTM='18 6 -6 14 8 0'");
}

constexpr std::string_view kMedia =
    "<ofd:MultiMedias><ofd:MultiMedia ID='8'><ofd:MediaFile>a.bmp</ofd:MediaFile></ofd:MultiMedia>"
    "<ofd:MultiMedia "
    "ID='9'><ofd:MediaFile>m.bmp</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>";

/// A ring and a star as a seal has them.
constexpr std::string_view kSealSvg =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'><circle cx='20' cy='20' r='18' "
    "fill='none' stroke='#d00' stroke-width='2'/><path fill='#d00' d='M20 8L27 30 8 16 32 16 13 "
    "30Z'/>"
    "</svg>";

std::string sealOfd() {
    return toText(
        makeOfd({.size = "0 0 40 40",
                 .page = path("LineWidth='2'", "<ofd:StrokeColor Value='220 0 0'/>",
                              "M 38 20 A 18 18 0 1 1 2 20 A 18 18 0 1 1 38 20 C") +
                         path("Fill='true' Stroke='false'", "<ofd:FillColor Value='220 0 0'/>",
                              "M 20 8 L 27 30 L 8 16 L 32 16 L 13 30 C")}));
}

document::Stamp stamp(document::BoxMm boundary, std::string_view format, std::string_view picture) {
    return {.pageId = "1",
            .boundary = boundary,
            .clip = std::nullopt,
            .format = std::string(format),
            .picture = toBytes(picture),
            .size = {{40}, {40}}};
}

std::vector<document::Stamp> stamps() {
    std::vector<document::Stamp> all = {stamp({2, 2, 28, 28}, "ofd", sealOfd()),
                                        stamp({34, 2, 28, 28}, "svg", kSealSvg),
                                        stamp({66, 2, 28, 14}, "bmp", fourColours())};
    for (int strip = 0; strip < 4; ++strip) { // a riding seal, its strips apart
        all.push_back(stamp({4.0 + 12 * strip, 31, 28, 28}, "ofd", sealOfd()));
        all.back().clip = document::BoxMm{7.0 * strip, 0, 7, 28};
    }
    all.push_back(stamp({86, 31, 28, 28}, "ofd", sealOfd())); // half beyond the sheet
    return all;
}

} // namespace

std::vector<GoldenDocument> pictureDocuments() {
    return {
        {.name = "picture-images",
         .page = images(),
         .resources = std::string(kMedia),
         .files = {{"Doc_0/Res/a.bmp", fourColours()}, {"Doc_0/Res/m.bmp", mask()}}},
        {.name = "picture-stamps", .page = box("0 24 100 4", "220 220 220"), .stamps = stamps()}};
}

} // namespace kiosk::tests::golden
