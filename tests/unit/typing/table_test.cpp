// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/typing/built_table.h"

namespace kiosk::typing::tests {

namespace {

struct Block {
    std::string_view name;
    char32_t first;
    char32_t last;
    int least; ///< characters that must be typed by strokes
};

/// Of Unicode 15. A later table of rime may know more, never fewer.
constexpr std::array kBlocks{
    Block{"base", 0x4E00, 0x9FFF, 20'900}, Block{"A", 0x3400, 0x4DBF, 6'580},
    Block{"B", 0x20000, 0x2A6DF, 42'700}, Block{"C", 0x2A700, 0x2B739, 4'000},
    Block{"D", 0x2B740, 0x2B81D, 150}};

int countTyped(Board board, char32_t first, char32_t last) {
    int typed = 0;
    for (char32_t character = first; character <= last; ++character)
        typed += builtTable().codesOf(board, character).empty() ? 0 : 1;
    return typed;
}

std::size_t placeOf(char32_t character, const std::vector<char32_t>& candidates) {
    return static_cast<std::size_t>(std::ranges::find(candidates, character) - candidates.begin());
}

bool offers(Board board, std::string_view code, char32_t character) {
    const auto candidates = builtTable().candidates(board, code, 500);
    return placeOf(character, candidates) < candidates.size();
}

} // namespace

TEST_CASE("U3 strokes reach every block of characters as far as rime knows it") {
    for (const Block& block : kBlocks) {
        INFO("extension " << block.name);
        const int typed = countTyped(Board::strokes, block.first, block.last);
        CHECK(typed >= block.least);
        CHECK(typed <= static_cast<int>(block.last - block.first) + 1);
    }
}

TEST_CASE("U3 pinyin reaches the characters names are written with, thousands beyond the plane") {
    CHECK(countTyped(Board::pinyin, 0x4E00, 0x9FFF) >= 20'900);
    CHECK(countTyped(Board::pinyin, 0x20000, 0x3FFFF) >= 14'600);
    CHECK(builtTable().size(Board::pinyin) >= 48'000);
}

TEST_CASE(
    "U3 rare characters of names are offered: by strokes, and by pinyin where it knows them") {
    CHECK(offers(Board::strokes, "hshszh", U'\U00020BB7'));
    CHECK(offers(Board::strokes, "hpznphhpn", U'\u4DAE'));
    CHECK(offers(Board::pinyin, "yan", U'\u4DAE'));
    const auto readings = builtTable().codesOf(Board::pinyin, U'\U00020BB7');
    CHECK(std::ranges::all_of(readings, [](std::string_view reading) {
        return offers(Board::pinyin, reading, U'\U00020BB7');
    }));
}

TEST_CASE("U3 candidates come as often as they are written, simplified characters among them") {
    const auto ju = builtTable().candidates(Board::pinyin, "ju", 60);
    CHECK(placeOf(U'举', ju) < 12);
    CHECK(placeOf(U'居', ju) < 12);
    CHECK(placeOf(U'居', ju) < placeOf(U'疽', ju));
    const auto zheng = builtTable().candidates(Board::pinyin, "zheng", 60);
    CHECK(placeOf(U'证', zheng) < 12);
    CHECK(placeOf(U'证', zheng) < placeOf(U'筝', zheng));
}

TEST_CASE("U3 what is typed whole comes before what is only begun") {
    const auto he = builtTable().candidates(Board::pinyin, "he", 1000);
    CHECK(placeOf(U'贺', he) < placeOf(U'很', he));
    CHECK(placeOf(U'很', he) < he.size());
    CHECK(builtTable().candidates(Board::strokes, "h", 1) == std::vector{U'一'});
}

TEST_CASE("U3 a stroke nobody is sure of stands for each of the five, and for one alone") {
    for (const std::string_view code : {"zhphsszh", "*hphsszh", "zhph*szh", "zhphssz*", "z******h"})
        CHECK(offers(Board::strokes, code, U'居'));
    for (const std::string_view code : {"zhphsszh*", "zhph*hzh", "h*******"})
        CHECK_FALSE(offers(Board::strokes, code, U'居'));
}

TEST_CASE("U3 no candidate is offered twice, none without a key, and no more than asked for") {
    for (const std::string_view code : {"h", "*", "s*", "hsz"}) {
        auto candidates = builtTable().candidates(Board::strokes, code, 48);
        CHECK(candidates.size() == 48);
        std::ranges::sort(candidates);
        CHECK(std::ranges::adjacent_find(candidates) == candidates.end());
    }
    CHECK(builtTable().candidates(Board::strokes, "", 48).empty());
    CHECK(builtTable().candidates(Board::pinyin, "x7", 48).empty());
    CHECK(builtTable().candidates(Board::digits, "1", 48).empty());
    CHECK(builtTable().codesOf(Board::digits, U'一').empty());
}

TEST_CASE("U3 the first syllable is taken from what is typed") {
    CHECK(builtTable().syllableIn("juzhuzheng") == "ju");
    CHECK(builtTable().syllableIn("jzz") == "j");
    CHECK(builtTable().syllableIn("zhuang") == "zhuang");
    CHECK(builtTable().syllableIn("").empty());
}

TEST_CASE("S6 a table that is missing, cut or of another make is refused") {
    kiosk::tests::TemporaryFolder folder;
    const auto file = folder.path() / "typing-characters";
    CHECK(Table::open(file).error().code() == "typing.table-missing");
    const Bytes whole = readFile(KIOSK_BINARY_DIR "/bin/typing-characters").value();
    const auto codeWith = [&](const Bytes& bytes) {
        REQUIRE(writeFile(file, bytes));
        const auto table = Table::open(file);
        return table ? std::string("none") : table.error().code();
    };
    CHECK(codeWith(whole) == "none");
    for (const std::size_t length : {std::size_t{1}, std::size_t{23}, whole.size() - 1})
        CHECK(codeWith(Bytes(whole.begin(), whole.begin() + std::ptrdiff_t(length))) ==
              "typing.table-damaged");
    Bytes other = whole;
    other[5] = std::byte('9');
    CHECK(codeWith(other) == "typing.table-damaged");
    Bytes counted = whole;
    counted[8] ^= std::byte(1);
    CHECK(codeWith(counted) == "typing.table-damaged");
}

TEST_CASE("S6 codes that would lie outside the file are none") {
    kiosk::tests::TemporaryFolder folder;
    const auto file = folder.path() / "typing-characters";
    Bytes bytes = readFile(KIOSK_BINARY_DIR "/bin/typing-characters").value();
    for (std::size_t entry = 0; entry < 5000; ++entry)
        for (std::size_t at = 4; at < 12; ++at)
            bytes.at(sizeof(TableHeader) + entry * sizeof(TableEntry) + at) = std::byte(0xff);
    REQUIRE(writeFile(file, bytes));
    const auto table = Table::open(file).value();
    CHECK(table->candidates(Board::pinyin, "ju", 48).size() <= 48);
}

} // namespace kiosk::typing::tests
