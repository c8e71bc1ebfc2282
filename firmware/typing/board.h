// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace kiosk::typing {

/// What somebody types on: letters of pinyin, the five strokes of Chinese writing, or digits.
enum class Board { pinyin, strokes, digits };

inline constexpr std::array kBoards{Board::pinyin, Board::strokes, Board::digits};

/// The stroke nobody is sure of; stands for each of the five.
inline constexpr char kAnyStroke = '*';

/// What each key of a board types. Strokes are named as the tables name them: 横 h, 竖 s, 撇 p,
/// 点 (also 捺) n, 折 z. ü is typed as v.
constexpr std::string_view keysOf(Board board) {
    switch (board) {
    case Board::pinyin:
        return "abcdefghijklmnopqrstuvwxyz";
    case Board::strokes:
        return "hspnz*";
    case Board::digits:
        return "1234567890";
    }
    return {};
}

} // namespace kiosk::typing
