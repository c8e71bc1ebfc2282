// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/typing/builder/rime.h"
#include "firmware/typing/builder/table_writer.h"
#include "firmware/typing/table.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::typing::tests {

namespace {

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";

double weightOf(const std::vector<Way>& ways, char32_t character) {
    const auto way = std::ranges::find(ways, character, &Way::character);
    return way == ways.end() ? -1 : way->weight;
}

} // namespace

TEST_CASE("U3 of rime's table the single characters are taken, words and comments left") {
    kiosk::tests::TemporaryFolder folder;
    const auto file = folder.path() / "luna.txt";
    REQUIRE(writeFile(file, bytesOf("# syllabary:\n# - ju\n\n居\tju\t3774\n居住\tju zhu\t9\n"
                                    "𠮷\tji\t0\n的\tde\t4.8e+06\n怪\tGUAI\t1\n缺\tque\n")));
    const auto ways = readRime(file, kLetters).value();
    REQUIRE(ways.size() == 3);
    CHECK(ways[0].character == U'居');
    CHECK(ways[1].character == U'\U00020BB7');
    CHECK(ways[2].weight == Approx(4.8e6));
}

TEST_CASE("U3 a table of rime without a character in it stops the build") {
    kiosk::tests::TemporaryFolder folder;
    const auto file = folder.path() / "luna.txt";
    CHECK_FALSE(readRime(file, kLetters));
    REQUIRE(writeFile(file, bytesOf("# nothing\n")));
    CHECK(readRime(file, kLetters).error().code() == "typing.rime-empty");
}

TEST_CASE("U3 simplified characters weigh what those weigh that they stand for") {
    std::vector<Way> ways{{U'證', "zheng", 500}, {U'证', "zheng", 0}, {U'正', "zheng", 700}};
    countSimplified(ways);
    CHECK(weightOf(ways, U'证') == Approx(500));
    CHECK(weightOf(ways, U'證') == Approx(500));
    CHECK(weightOf(ways, U'正') == Approx(700));
    ways = {{U'證', "nhhhszhnpnzphszhnhh", 500}, {U'证', "nzhshsh", 0}};
    countSimplified(ways);
    CHECK(weightOf(ways, U'证') == Approx(500));
}

TEST_CASE("U3 what was written is looked up again, entry by entry") {
    kiosk::tests::TemporaryFolder folder;
    const auto file = folder.path() / "typing-characters";
    REQUIRE(writeTable({{{{U'居', "ju", 5}, {U'举', "ju", 9}, {U'卷', "juan", 99}},
                         {{U'居', "zhphsszh", 5}, {U'一', "h", 9}}}},
                       file));
    const auto table = Table::open(file).value();
    CHECK(table->candidates(Board::pinyin, "ju", 9) == std::vector{U'举', U'居', U'卷'});
    CHECK(table->candidates(Board::pinyin, "jua", 9) == std::vector{U'卷'});
    CHECK(table->codesOf(Board::strokes, U'居') == std::vector<std::string_view>{"zhphsszh"});
    CHECK(table->codesOf(Board::strokes, U'卷').empty());
}

} // namespace kiosk::typing::tests
