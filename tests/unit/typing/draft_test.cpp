// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/typing/draft.h"
#include "tests/unit/typing/built_table.h"

namespace kiosk::typing::tests {

namespace {

Draft typed(Board board, std::string_view keys) {
    Draft draft{.board = board};
    for (const char key : keys)
        type(draft, key);
    return draft;
}

} // namespace

TEST_CASE("U3 each board takes its own keys and no others") {
    CHECK(typed(Board::pinyin, "j1z*Z").code == "jz");
    CHECK(typed(Board::strokes, "hspnz*ax").code == "hspnz*");
    CHECK(typed(Board::digits, "19h0*").code == "190");
}

TEST_CASE("U3 no more is kept than there is room for") {
    CHECK(typed(Board::digits, std::string(100, '7')).code.size() == Draft::kMostCode);
    Draft draft;
    for (std::size_t i = 0; i < 2 * Draft::kMostChosen; ++i)
        pick(draft, U'居', builtTable());
    CHECK(draft.chosen.size() == Draft::kMostChosen);
}

TEST_CASE("U3 a character stands for the syllable it was picked for, what follows stays typed") {
    Draft draft = typed(Board::pinyin, "juzhuzheng");
    pick(draft, U'居', builtTable());
    CHECK(draft.chosen == U"居");
    CHECK(draft.code == "zhuzheng");
    draft = typed(Board::strokes, "zhp");
    pick(draft, U'居', builtTable());
    CHECK(draft.code.empty());
}

TEST_CASE("U3 erasing takes one letter after the other, then the characters, then nothing") {
    Draft draft = typed(Board::pinyin, "juzh");
    pick(draft, U'居', builtTable());
    erase(draft);
    CHECK(draft.code == "z");
    erase(draft);
    erase(draft);
    CHECK(draft.isEmpty());
    erase(draft);
    CHECK(draft == Draft{});
}

TEST_CASE("U3 on another board what was typed means nothing, what was picked stays") {
    Draft draft = typed(Board::pinyin, "juzh");
    pick(draft, U'居', builtTable());
    changeBoard(draft, Board::strokes);
    CHECK(draft.code.empty());
    CHECK(draft.chosen == U"居");
}

} // namespace kiosk::typing::tests
