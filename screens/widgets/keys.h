// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/typing/board.h"
#include "screens/widgets/button.h"

namespace kiosk::widgets {

struct KeySpec {
    std::string id;
    kit::Phrase words;
    std::string drawing{};               ///< empty: the words alone
    std::optional<visit::Touch> touch{}; ///< nothing: shown, but cannot be pressed now
    bool isPrivate = false;              ///< where the focus is tells what is typed
    bool isDrawnOnly = false;            ///< the words are for the voice
};

/// Of a key that holds one line of any script.
double keyHeight(const Design& design);

/// Keys of one height side by side, from the left in every language: hands know their order. A key
/// without an id is an empty place.
kit::Node keyGrid(const Design& design, int columns, double height, std::vector<KeySpec> keys);

/// What the search is typed on, erasing and clearing among the keys. Every board takes the same
/// room, so that nothing around it moves when another one is chosen.
kit::Node typingBoard(const Design& design, const kit::Texts& texts, typing::Board board,
                      bool canErase);

/// One button a board; which one is chosen is told by thick edge, tick and words.
kit::Node boardTabs(const Design& design, const kit::Texts& texts, typing::Board chosen);

struct CandidateRow {
    std::vector<std::string> characters; ///< all of them, each one character
    std::size_t first = 0;               ///< shown
    std::size_t places = 6;              ///< always so many, filled or not
};
/// Characters to pick, and both ways to leaf, in the same places however many there are.
kit::Node candidateRow(const Design& design, const kit::Texts& texts, const CandidateRow& row);

/// What has been typed, as it is read: strokes by their shapes.
std::string shownCode(typing::Board board, std::string_view code);
/// The same as it is said: one after the other.
std::string spokenCode(const kit::Texts& texts, typing::Board board, std::string_view code);

} // namespace kiosk::widgets
