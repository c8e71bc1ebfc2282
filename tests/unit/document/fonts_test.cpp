// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <numbers>

#include "tests/support/font_builder.h"
#include "tests/unit/document/drawing.h"

using namespace kiosk;
using namespace kiosk::tests;
using document::Document;

namespace {

constexpr std::string_view kBoxAndAngle = "<ofd:Fonts><ofd:Font ID='3' FontName='T'>"
                                          "<ofd:FontFile>f</ofd:FontFile></ofd:Font></ofd:Fonts>";

/// Glyph 1 is a box of 8 mm at size 10, glyph 2 an L.
FontParts parts(Cmap cmap = Cmap::unicode) {
    return {
        .glyphs = {boxGlyph(), angleGlyph()}, .characters = {{U'A', 1}, {U'L', 2}}, .cmap = cmap};
}

/// Text of size 10 whose first origin stands at (30, 30).
std::string text(std::string_view attributes, std::string_view code, std::string_view more = "") {
    std::string xml = "<ofd:TextObject Boundary='30 20 60 20' Font='3' Size='10' ";
    xml.append(attributes).append(">").append(more).append("<ofd:TextCode X='0' Y='10'>");
    return xml.append(code).append("</ofd:TextCode></ofd:TextObject>");
}

std::string glyphs(std::string_view indices, std::string_view count = "1") {
    std::string xml = "<ofd:CGTransform CodePosition='0' CodeCount='";
    xml.append(count).append("'><ofd:Glyphs>").append(indices);
    return xml.append("</ofd:Glyphs></ofd:CGTransform>");
}

Document withFont(const Bytes& font, std::string_view page) {
    return openOfd(
        {.page = page, .resources = kBoxAndAngle, .files = {{"Doc_0/Res/f", toText(font)}}});
}

Document withoutFont(std::string_view page, std::string_view attributes = "FontName='SimSun'") {
    const std::string fonts =
        "<ofd:Fonts><ofd:Font ID='3' " + std::string(attributes) + "/></ofd:Fonts>";
    return openOfd({.page = page, .resources = fonts});
}

bool hasFinding(const Document& file, std::string_view wanted) {
    const auto findings = file.findings();
    return std::ranges::find(findings, wanted) != findings.end();
}

std::size_t inkOf(const Drawn& page) {
    return static_cast<std::size_t>(std::ranges::count_if(
        page.picture.pixels, [](std::uint32_t pixel) { return (pixel & 0xFFU) < 0x80; }));
}

constexpr std::uint32_t kBlack = 0;

} // namespace

TEST_CASE("R8 TrueType, bare CFF and Type 1 programs draw their glyphs by index") {
    for (const Bytes& font :
         {makeTrueType(parts(Cmap::none)), makeBareCff(parts()), makeType1(parts())}) {
        const Document file = withFont(font, text("", "x", glyphs("1")));
        const Drawn page = drawn(file);
        CHECK(file.findings().empty());
        CHECK(page.at(34, 26) == kBlack);
        CHECK(page.at(37.5, 22.5) == kBlack);
        CHECK(page.at(39, 26) == kWhite);
        CHECK(page.at(34, 21) == kWhite);
    }
}

TEST_CASE("R8 a damaged font is replaced, with a finding, and the text stays") {
    Bytes font = makeTrueType(parts());
    font.resize(40);
    const Document file = withFont(font, text("", "国"));
    CHECK(drawn(file).hasInk());
    CHECK(hasFinding(file, "font.damaged: Doc_0/Res/f"));
}

TEST_CASE("R8 a damaged glyph is replaced by the character it stands for; the rest is the font's") {
    Bytes font = makeTrueType(parts());
    const Bytes header = fromHex("00010000ff3803e803e80005").value(); // the L: six points
    const auto found = std::ranges::search(font, header);
    REQUIRE_FALSE(found.empty());
    *(found.begin() + 10) = std::byte{0xFF}; // its last point is none of its points
    const Document file = withFont(font, text("", "国A", glyphs("2")));
    const Drawn page = drawn(file);
    CHECK(hasFinding(file, "font.damaged-glyph: font 3"));
    CHECK(page.at(44, 26) == kBlack);
    CHECK(inkOf(page) > 80 * 80);
}

TEST_CASE("R8 a symbol font is reached through its private area") {
    FontParts symbol = parts(Cmap::symbol);
    symbol.characters = {{0xF041, 1}};
    CHECK(drawn(withFont(makeTrueType(symbol), text("", "A"))).at(34, 26) == kBlack);
}

TEST_CASE("R8 the glyph for no character is never drawn: the character itself is") {
    const Drawn page = drawn(withFont(makeTrueType(parts()), text("", "L", glyphs("0"))));
    CHECK(page.at(31, 26) == kBlack);
    CHECK(page.at(35, 25) == kWhite);
}

TEST_CASE("R8 glyph transforms join, split and regroup characters") {
    const auto drawnWith = [](std::string_view code, std::string_view indices,
                              std::string_view count) {
        return drawn(withFont(makeTrueType(parts()), text("", code, glyphs(indices, count))));
    };
    const Drawn joined = drawnWith("xyA", "2", "2");
    CHECK(joined.at(31, 26) == kBlack);
    CHECK(joined.at(42, 26) == kBlack); // the box, 8 mm after the L
    CHECK(joined.at(35, 25) == kWhite);
    const Drawn split = drawnWith("xL", "1 1", "1");
    CHECK(split.at(34, 26) == kBlack);
    CHECK(split.at(44, 26) == kBlack);
    CHECK(split.at(51, 26) == kBlack);
    CHECK(split.at(55, 25) == kWhite);
    const Drawn regrouped = drawnWith("xyz", "1 2", "3");
    CHECK(regrouped.at(34, 26) == kBlack);
    CHECK(regrouped.at(41, 26) == kBlack);
    CHECK(regrouped.at(45, 25) == kWhite);
}

TEST_CASE("R8 lines run and characters stand in each of four directions") {
    for (const int read : {0, 90, 180, 270}) {
        for (const int turn : {0, 90, 180, 270}) {
            CAPTURE(read, turn);
            const std::string attributes = "ReadDirection='" + std::to_string(read) +
                                           "' CharDirection='" + std::to_string(turn) + "'";
            const Drawn page = drawn(withFont(makeTrueType(parts()), text(attributes, "LL")));
            const double way = read * std::numbers::pi / 180;
            const double step = (read - turn) % 180 == 0 ? 8 : 10; // its width, or a whole em
            for (int index = 0; index < 2; ++index) {
                const double x = 30 + index * step * std::cos(way);
                const double y = 30 + index * step * std::sin(way);
                const double angle = turn * std::numbers::pi / 180;
                const auto at = [&](double right, double down) {
                    return page.at(x + right * std::cos(angle) - down * std::sin(angle),
                                   y + right * std::sin(angle) + down * std::cos(angle));
                };
                CHECK(at(1, -6) == kBlack);
                CHECK(at(5, -1) == kBlack);
                CHECK(at(5, -5) == kWhite);
            }
        }
    }
}

TEST_CASE("R8 HScale narrows glyphs and their advance") {
    const Drawn page = drawn(withFont(makeTrueType(parts()), text("HScale='0.5'", "AA")));
    CHECK(page.at(33.5, 26) == kBlack);
    CHECK(page.at(34.5, 26) == kWhite);
    CHECK(page.at(36, 26) == kBlack);
}

TEST_CASE("R8 weight thickens, italic slants, both also where a substitute lacks them") {
    const auto own = [](std::string_view attributes) {
        return drawn(withFont(makeTrueType(parts()), text(attributes, "A")));
    };
    CHECK(own("").at(38.1, 26) == kWhite);
    CHECK(own("Weight='700'").at(38.05, 26) != kWhite);
    CHECK(own("").at(39, 23) == kWhite);
    CHECK(own("Italic='true'").at(39, 23) == kBlack);
    CHECK(own("Italic='true'").at(30.5, 23) == kWhite);
    const auto borrowed = [](std::string_view attributes) {
        return drawn(withoutFont(text("", "一"), attributes)).picture.pixels;
    };
    CHECK((borrowed("FontName='SimSun' Italic='true'") != borrowed("FontName='SimSun'")));
    CHECK((borrowed("FontName='SimSun' Bold='true'") != borrowed("FontName='SimSun'")));
}

TEST_CASE("R8 text may be stroked, filled, or both in two colours") {
    const auto shown = [](std::string_view attributes) {
        return drawn(
            withFont(makeTrueType(parts()),
                     text(attributes, "A",
                          "<ofd:FillColor Value='255 0 0'/><ofd:StrokeColor Value='0 0 255'/>")));
    };
    CHECK(shown("Stroke='true' LineWidth='1'").at(34, 26) == kRed);
    CHECK(shown("Stroke='true' LineWidth='1'").at(38, 26) == kBlue);
    CHECK(shown("Stroke='true' Fill='false' LineWidth='1'").at(34, 26) == kWhite);
    CHECK(shown("").at(38.2, 26) == kWhite);
}

TEST_CASE("U8 a character that no font has is boxed with its code point, and told without it") {
    const Document file = withoutFont(text("", "\u0378"));
    const Drawn page = drawn(file);
    CHECK(page.at(30.6, 26) < 0x808080U); // the frame
    CHECK(page.at(30.6, 35) == kWhite);
    CHECK(page.at(31.2, 26) == kWhite); // between frame and digits
    CHECK(file.findings() == std::vector<std::string>{"font.missing-glyph: font 3"});
    const auto pixels = [](std::string_view code) {
        return drawn(withoutFont(text("", code))).picture.pixels;
    };
    CHECK((pixels("\u0378") == page.picture.pixels));
    CHECK((pixels("\u0379") != page.picture.pixels));
    CHECK((pixels("\U0010FFFD") != pixels("\U000FFFFD")));
}

TEST_CASE("U8 the box stands in a PDF as lines, without a font; so does one of the third plane") {
    const std::string empty = pdfOf(withoutFont(text("", "")));
    for (const char* code : {"\u0378", "\U00030000"}) {
        const Document file = withoutFont(text("", code));
        const std::string pdf = pdfOf(file);
        CHECK(pdf.size() > empty.size() + 100);
        CHECK(pdf.find("/FontFile") == std::string::npos);
        CHECK(hasFinding(file, "font.missing-glyph: font 3"));
    }
}

TEST_CASE("U8 private-use code points of older GB 18030 are the characters of today") {
    const auto pixels = [](std::string_view code) {
        return drawn(withoutFont(text("", code))).picture.pixels;
    };
    CHECK((pixels("\uE863") == pixels("\u4DAE")));
    CHECK((pixels("\uE816") == pixels("\U00020087")));
    CHECK((pixels("\uE78D") == pixels("\uFE10")));
    const Document file = withoutFont(text("", "\uE863"));
    drawn(file);
    CHECK(file.findings().empty());
}

TEST_CASE("U8 other private-use code points mean something in an embedded font only") {
    FontParts own = parts();
    own.characters[0xE863] = 1;
    own.characters[0xE000] = 1;
    CHECK(drawn(withFont(makeTrueType(own), text("", "\uE863"))).at(34, 26) == kBlack);
    CHECK(drawn(withFont(makeTrueType(own), text("", "\uE000"))).at(34, 26) == kBlack);
    const Document file = withoutFont(text("", "\uE000"));
    CHECK(drawn(file).at(30.6, 26) < 0x808080U);
    CHECK(hasFinding(file, "font.missing-glyph: font 3"));
}

TEST_CASE("U8 characters of the second plane come from an installed face, on screen and in PDF") {
    const Document file = withoutFont(text("", "\U0002B740\U0002CEA1"));
    CHECK(drawn(file).hasInk());
    CHECK(file.findings().empty());
    const std::string pdf = pdfOf(file);
    CHECK(pdf.find("HanaMin") != std::string::npos);
    CHECK(pdf.find("/FontFile") != std::string::npos);
}

TEST_CASE("R8 characters that only steer the text show nothing and lack nothing") {
    const Document file = withFont(makeTrueType(parts()), text("", "\u200BA\uFE00\u00AD"));
    CHECK(drawn(file).at(34, 26) == kBlack);
    CHECK(file.findings().empty());
}

TEST_CASE("R8 embedded fonts with any byte changed or cut short still let the page be drawn") {
    const auto canBeDrawn = [](const Bytes& font) {
        const Document file = withFont(font, text("", "LA", glyphs("2")));
        return document::drawToPicture(file, 0, {25}, {}).has_value();
    };
    for (const Bytes& whole : {makeTrueType(parts()), makeBareCff(parts()), makeType1(parts())}) {
        for (std::size_t at = 0; at < whole.size(); at += 5) {
            CAPTURE(at);
            Bytes changed = whole;
            changed[at] ^= std::byte{0xFF};
            CHECK(canBeDrawn(changed));
            changed.resize(at);
            CHECK(canBeDrawn(changed));
        }
    }
}
