// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "firmware/typing/board.h"
#include "firmware/typing/table.h"

namespace kiosk::typing {

/// What somebody has typed so far: the characters they picked, and what is typed of the next. It
/// may be personal: it lives in the state of a visit and nowhere else.
struct Draft {
    static constexpr std::size_t kMostCode = 24;  ///< letters, strokes or digits
    static constexpr std::size_t kMostChosen = 8; ///< characters

    Board board = Board::pinyin;
    std::u32string chosen{};
    std::string code{};

    bool isEmpty() const { return chosen.empty() && code.empty(); }
    bool operator==(const Draft&) const = default;
};

/// A key of the draft's board; what is no key of it, and what is too much, changes nothing.
void type(Draft& draft, char key);

/// The last that was typed, or where nothing is typed the last character picked.
void erase(Draft& draft);

/// Another board: what was typed on the last one means nothing there; picked characters stay.
void changeBoard(Draft& draft, Board board);

/// The part of the code the next character is looked up by: of pinyin its first syllable.
std::string_view pendingOf(const Draft& draft, const Table& table);

/// The character instead of what it was looked up by.
void pick(Draft& draft, char32_t character, const Table& table);

} // namespace kiosk::typing
