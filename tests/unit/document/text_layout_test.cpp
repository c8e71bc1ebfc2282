// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/document/paint/text_layout.h"

using namespace kiosk::document;
using namespace kiosk::document::paint;
using ofd::TextCode;
using ofd::TextContent;

namespace {

std::vector<LaidGlyph> laid(const TextContent& text) {
    return layOut(text, [](const LaidGlyph&) { return 0.5; });
}

TextContent textOf(std::vector<TextCode> codes, std::vector<ofd::GlyphTransform> transforms = {}) {
    TextContent text;
    text.size = 4;
    text.codes = std::move(codes);
    text.transforms = std::move(transforms);
    return text;
}

std::vector<std::uint32_t> values(const std::vector<LaidGlyph>& glyphs) {
    std::vector<std::uint32_t> found;
    for (const LaidGlyph& glyph : glyphs)
        found.push_back(glyph.index ? *glyph.index : glyph.characters.front());
    return found;
}

} // namespace

TEST_CASE("steps stand between glyphs, and the last one repeats") {
    const auto glyphs = laid(textOf({{1.0, 2.0, {3, 5}, {}, U"abcd"}}));
    REQUIRE(glyphs.size() == 4);
    CHECK(glyphs[0].x == 1);
    CHECK(glyphs[1].x == 4);
    CHECK(glyphs[2].x == 9);
    CHECK(glyphs[3].x == 14);
    CHECK(glyphs[3].y == 2);
}

TEST_CASE("steps down alone leave the column where it is; both together apply both") {
    CHECK(laid(textOf({{1.0, 2.0, {}, {6}, U"ab"}}))[1].x == 1);
    CHECK(laid(textOf({{1.0, 2.0, {}, {6}, U"ab"}}))[1].y == 8);
    CHECK(laid(textOf({{1.0, 2.0, {3}, {6}, U"ab"}}))[1].x == 4);
}

TEST_CASE("without steps the font's advance times the size moves the pen") {
    TextContent text = textOf({{0.0, 0.0, {}, {}, U"ab"}});
    CHECK(laid(text)[1].x == 2);
    text.horizontalScale = 0.5;
    CHECK(laid(text)[1].x == 1);
    text.readDirection = 90;
    CHECK(laid(text)[1].y == 2);
    CHECK(laid(text)[1].x == 0);
}

TEST_CASE("a code without a start continues where the last one ended") {
    const auto glyphs = laid(textOf({{1.0, 2.0, {3}, {}, U"a"}, {{}, {}, {}, {}, U"b"}}));
    CHECK(glyphs[1].x == 4);
    CHECK(glyphs[1].y == 2);
}

TEST_CASE("R8 half a start keeps the other half of the code before") {
    const auto glyphs = laid(textOf({{1.0, 2.0, {3}, {}, U"ab"}, {{}, 9.0, {}, {}, U"c"}}));
    CHECK(glyphs[2].x == 1);
    CHECK(glyphs[2].y == 9);
    const auto beside = laid(textOf({{1.0, 2.0, {}, {3}, U"ab"}, {7.0, {}, {}, {}, U"c"}}));
    CHECK(beside[2].x == 7);
    CHECK(beside[2].y == 2);
}

TEST_CASE(
    "R8 characters across the line lead on by their whole em, those along it by their width") {
    TextContent text = textOf({{0.0, 0.0, {}, {}, U"ab"}});
    text.horizontalScale = 0.5;
    text.readDirection = 90;
    CHECK(advanceStep(text, 1).y == 4);
    text.charDirection = 90;
    CHECK(advanceStep(text, 1).y == 2);
    text.readDirection = 270;
    CHECK(advanceStep(text, 1).y == -2);
    text.readDirection = 180;
    CHECK(advanceStep(text, 1).x == -4);
}

TEST_CASE("glyph transforms replace characters one by one") {
    const auto glyphs = laid(textOf({{0.0, 0.0, {1}, {}, U"abc"}}, {{1, 1, {77}}}));
    CHECK(values(glyphs) == std::vector<std::uint32_t>{U'a', 77, U'c'});
    CHECK_FALSE(glyphs[0].index);
    CHECK(glyphs[1].characters == U"b");
}

TEST_CASE("glyph transforms join and split characters") {
    CHECK(values(laid(textOf({{0.0, 0.0, {1}, {}, U"ffix"}}, {{0, 3, {9}}}))) ==
          std::vector<std::uint32_t>{9, U'x'});
    CHECK(values(laid(textOf({{0.0, 0.0, {1}, {}, U"ax"}}, {{0, 1, {8, 9}}}))) ==
          std::vector<std::uint32_t>{8, 9, U'x'});
}

TEST_CASE("no character is lost where glyph indices cannot be used") {
    const auto joined = laid(textOf({{0.0, 0.0, {1}, {}, U"ffix"}}, {{0, 3, {9}}}));
    CHECK(joined[0].characters == U"ffi");
    const auto split = laid(textOf({{0.0, 0.0, {1}, {}, U"ax"}}, {{0, 1, {8, 9}}}));
    CHECK(split[0].characters == U"a");
    CHECK(split[1].characters.empty());
    const auto several = laid(textOf({{0.0, 0.0, {1}, {}, U"abc"}}, {{0, 3, {8, 9}}}));
    CHECK(several[0].characters == U"a");
    CHECK(several[1].characters == U"bc");
}

TEST_CASE("positions of glyph transforms count over all codes of the object") {
    const auto glyphs =
        laid(textOf({{0.0, 0.0, {1}, {}, U"ab"}, {0.0, 9.0, {1}, {}, U"cd"}}, {{3, 1, {50}}}));
    CHECK(values(glyphs) == std::vector<std::uint32_t>{U'a', U'b', U'c', 50});
}

TEST_CASE("a transform beyond the text is ignored") {
    CHECK(laid(textOf({{0.0, 0.0, {1}, {}, U"a"}}, {{5, 2, {1}}})).size() == 1);
    CHECK(laid(textOf({{0.0, 0.0, {1}, {}, U"a"}}, {{0, 900, {1}}})).size() == 1);
}
