// SPDX-License-Identifier: Apache-2.0
#include "firmware/typing/draft.h"

namespace kiosk::typing {

void type(Draft& draft, char key) {
    if (keysOf(draft.board).contains(key) && draft.code.size() < Draft::kMostCode)
        draft.code += key;
}

void erase(Draft& draft) {
    if (!draft.code.empty())
        draft.code.pop_back();
    else if (!draft.chosen.empty())
        draft.chosen.pop_back();
}

void changeBoard(Draft& draft, Board board) {
    draft.board = board;
    draft.code.clear();
}

std::string_view pendingOf(const Draft& draft, const Table& table) {
    return draft.board == Board::pinyin ? table.syllableIn(draft.code)
                                        : std::string_view(draft.code);
}

void pick(Draft& draft, char32_t character, const Table& table) {
    if (draft.chosen.size() >= Draft::kMostChosen)
        return;
    draft.code.erase(0, pendingOf(draft, table).size());
    draft.chosen += character;
}

} // namespace kiosk::typing
