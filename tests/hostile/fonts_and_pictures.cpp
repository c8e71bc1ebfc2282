// SPDX-License-Identifier: Apache-2.0
#include "tests/hostile/hostile_files.h"
#include "tests/support/ofd_builder.h"
#include "tests/support/picture_files.h"
#include "tests/support/tiny_font.h"

namespace kiosk::tests {

namespace {

/// A page that shows one glyph of an embedded font by its index.
Bytes withFont(const Bytes& font, int glyph) {
    const std::string page =
        "<ofd:TextObject ID=\"9\" Boundary=\"0 0 100 60\" Font=\"3\" Size=\"20\">"
        "<ofd:CGTransform CodePosition=\"0\"><ofd:Glyphs>" +
        std::to_string(glyph) +
        "</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X=\"0\" Y=\"30\">a</ofd:TextCode>"
        "</ofd:TextObject>";
    return makeZip(ofdEntries({.page = page,
                               .resources = "<ofd:Fonts><ofd:Font ID=\"3\" FontName=\"x\">"
                                            "<ofd:FontFile>x.ttf</ofd:FontFile></ofd:Font>"
                                            "</ofd:Fonts>",
                               .files = {{"Doc_0/Res/x.ttf", toText(font)}}}),
                   Packing::stored);
}

Bytes circularGlyphs() {
    return withFont(makeTrueType({"", compositeGlyph({2}), compositeGlyph({1, 1})}), 1);
}

/// Twenty levels of glyphs, each made of eight of the next: 10^18 squares.
Bytes explodingGlyphs() {
    constexpr std::uint16_t kLevels = 20;
    std::vector<std::string> glyphs{""};
    for (std::uint16_t level = 1; level < kLevels; ++level)
        glyphs.push_back(compositeGlyph(std::vector<std::uint16_t>(8, level + 1)));
    glyphs.push_back(squareGlyph());
    return withFont(makeTrueType(glyphs), 1);
}

/// The same with nothing at the end, so that no table of points fills up.
Bytes explodingEmptyGlyphs() {
    constexpr std::uint16_t kLevels = 14;
    std::vector<std::string> glyphs{""};
    for (std::uint16_t level = 1; level < kLevels; ++level)
        glyphs.push_back(compositeGlyph(std::vector<std::uint16_t>(8, level + 1)));
    glyphs.emplace_back();
    return withFont(makeTrueType(glyphs), 1);
}

/// A page that shows one picture, `times` times under as many resources.
Bytes withPicture(const std::string& picture, int times = 1) {
    std::string page, media = "<ofd:MultiMedias>";
    for (int i = 0; i < times; ++i) {
        const std::string id = std::to_string(100 + i);
        page += "<ofd:ImageObject Boundary=\"0 0 90 50\" ResourceID=\"" + id + "\"/>";
        media += "<ofd:MultiMedia ID=\"" + id +
                 "\" Type=\"Image\"><ofd:MediaFile>x</ofd:MediaFile></ofd:MultiMedia>";
    }
    media += "</ofd:MultiMedias>";
    return makeZip(
        ofdEntries({.page = page, .resources = media, .files = {{"Doc_0/Res/x", picture}}}),
        Packing::stored);
}

} // namespace

std::vector<HostileFile> hostileFontsAndPictures() {
    std::vector<HostileFile> files{
        {"a font whose glyphs hold each other", circularGlyphs, "drawn"},
        {"a font whose glyphs multiply", explodingGlyphs, "drawn"},
        {.name = "a font whose empty glyphs multiply",
         .make = explodingEmptyGlyphs,
         .ending = "document.not-drawn",
         .otherEnding = "drawn"},
        {"a PNG as large as a picture may be", [] { return withPicture(blankPng(6000, 5900)); },
         "drawn"},
        {"twenty large PNGs", [] { return withPicture(blankPng(4000, 4000), 20); },
         "document.too-complex"},
    };
    const auto add = [&files](const std::string& name, const std::string& picture) {
        files.push_back({name, [picture] { return withPicture(picture); }, "drawn"});
    };
    add("a PNG header that claims four billion pixels", pngHeader(65'535, 65'535));
    add("a PNG header that claims 2^62 pixels", pngHeader(0x7FFFFFFF, 0x7FFFFFFF));
    add("a PNG without its pixels", pngHeader(6000, 5900));
    add("a JPEG header that claims four billion pixels", jpegHeader(0xC0, 65'500, 65'500));
    add("a JPEG without its pixels", jpegHeader(0xC0, 6000, 5900));
    add("a progressive JPEG without its pixels", jpegHeader(0xC2, 6000, 5900));
    add("a BMP header that claims 2^62 pixels", bmpHeader(0x7FFFFFFF, 0x80000000));
    add("a BMP without its pixels", bmpHeader(6000, 5900));
    add("a GIF header that claims four billion pixels", gifFile(65'535, 65'535));
    add("a GIF without its pixels", gifFile(30'000, 1000));
    add("a TIFF header that claims four billion pixels", tiffHeader(65'535, 65'535));
    add("a TIFF without its pixels", tiffHeader(6000, 5900));
    return files;
}

} // namespace kiosk::tests
