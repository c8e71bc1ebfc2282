// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/typing/matching.h"
#include "tests/unit/typing/built_table.h"

namespace kiosk::typing::tests {

namespace {

constexpr Findable kPermit{"居住证", "990000-2026-0417"};

bool finds(Draft draft, const Findable& thing = kPermit) {
    return means(draft, thing, builtTable());
}

bool byPinyin(std::string code, std::string_view name = kPermit.name) {
    return finds({.board = Board::pinyin, .code = std::move(code)}, {name, {}});
}

bool byStrokes(std::string code, std::string_view name = kPermit.name) {
    return finds({.board = Board::strokes, .code = std::move(code)}, {name, {}});
}

/// By the first of the ways a character is written.
std::string strokesOf(char32_t character) {
    return std::string(builtTable().codesOf(Board::strokes, character).front());
}

} // namespace

TEST_CASE("U3 a name is found by initials, by whole readings, and by what lies between") {
    for (const char* code :
         {"j", "jzz", "juzhuzheng", "juz", "jzzheng", "juzhuzhen", "zz", "zheng"})
        CHECK(byPinyin(code));
    for (const char* code : {"zj", "jjz", "jzzz", "juzhang", "juzhuzhengs", "hz"})
        CHECK_FALSE(byPinyin(code));
}

TEST_CASE("U3 each reading of a character counts: 行 is xing and hang") {
    CHECK(byPinyin("yhxk", "银行许可证"));
    CHECK(byPinyin("yinxing", "银行许可证"));
}

TEST_CASE("U3 brackets are not typed, Latin letters are") {
    CHECK(byPinyin("zfb", "居住证（副本）"));
    CHECK(byPinyin("al", "A类许可证"));
    CHECK_FALSE(byPinyin("bl", "A类许可证"));
}

TEST_CASE("U3 strokes mean the first characters, each but the last in full") {
    const std::string ju = strokesOf(U'居');
    CHECK(byStrokes(ju.substr(0, 3)));
    CHECK(byStrokes(ju));
    CHECK(byStrokes(ju + "ps"));
    CHECK(byStrokes(ju + strokesOf(U'住') + "nz"));
    CHECK(byStrokes("*" + ju.substr(1)));
    CHECK_FALSE(byStrokes("ps"));
    CHECK_FALSE(byStrokes(ju.substr(0, 3) + "psnhh"));
    CHECK_FALSE(byStrokes(ju + strokesOf(U'证')));
}

TEST_CASE("U3 behind picked characters what is typed means what follows") {
    CHECK(finds({Board::pinyin, U"居", "zz"}));
    CHECK(finds({Board::strokes, U"住", "nz"}));
    CHECK(finds({Board::pinyin, U"居住证", ""}));
    CHECK_FALSE(finds({Board::pinyin, U"居", "zhengs"}));
    CHECK_FALSE(finds({Board::pinyin, U"证", "z"}));
    CHECK_FALSE(finds({Board::strokes, U"驾", ""}));
}

TEST_CASE("U3 digits stand in the number, whatever signs stand between") {
    CHECK(finds({Board::digits, {}, "0417"}));
    CHECK(finds({Board::digits, {}, "20260417"}));
    CHECK(finds({Board::digits, U"居", "0417"}));
    CHECK_FALSE(finds({Board::digits, {}, "0418"}));
    CHECK_FALSE(finds({Board::digits, U"驾", "0417"}));
}

TEST_CASE("U3 nothing typed means everything, rare characters are matched whole") {
    CHECK(finds({}));
    CHECK(finds({Board::strokes, {}, ""}));
    CHECK(byStrokes(strokesOf(U'\U00020BB7'), "𠮷䶮证"));
    CHECK(finds({Board::pinyin, U"\U00020BB7", "y"}, {"𠮷䶮证", {}}));
}

} // namespace kiosk::typing::tests
