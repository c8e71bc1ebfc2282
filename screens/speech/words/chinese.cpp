// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "screens/speech/words/wording.h"

namespace kiosk::speech {
namespace {

using Kind = Token::Kind;

constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
/// What is counted with 两, not with 二.
constexpr std::u32string_view kMeasures = U"份張张頁页面個个臺台次條条項项位種种秒家人本步";

char32_t digit(int value) {
    return kDigits[static_cast<std::size_t>(value)];
}

/// 0 … 9999: "一千二百零五".
std::u32string counted(int value) {
    constexpr std::array<std::pair<int, char32_t>, 4> kPlaces{
        {{1000, U'千'}, {100, U'百'}, {10, U'十'}, {1, U'\0'}}};
    if (value == 0)
        return U"零";
    std::u32string words;
    bool gap = false;
    for (const auto& [place, name] : kPlaces) {
        const int here = value / place % 10;
        if (here == 0) {
            gap = !words.empty();
            continue;
        }
        if (std::exchange(gap, false))
            words += U'零';
        const bool leadingTen = place == 10 && here == 1 && words.empty();
        if (!leadingTen)
            words += digit(here);
        if (name != U'\0')
            words += name;
    }
    return words;
}

std::u32string numberBetween(int value, std::u32string_view before, std::u32string_view after) {
    while (after.starts_with(U' '))
        after.remove_prefix(1);
    while (before.ends_with(U' '))
        before.remove_suffix(1);
    const bool counts =
        !after.empty() && kMeasures.contains(after.front()) && !before.ends_with(U'第');
    return value == 2 && counts ? U"两" : counted(value);
}

std::u32string digitByDigit(std::u32string_view digits) {
    std::u32string words;
    for (const char32_t point : digits)
        words += digit(static_cast<int>(point - U'0'));
    return words;
}

std::u32string chineseDate(std::u32string_view text) {
    const auto parts = numbersIn(text);
    return digitByDigit(text.substr(0, 4)) + U"年" + counted(parts[1]) + U"月" + counted(parts[2]) +
           U"日";
}

std::u32string chineseTime(std::u32string_view text) {
    const auto parts = numbersIn(text);
    std::u32string words = counted(parts[0]) + U"点";
    if (parts[1] == 0)
        return words + U"整";
    if (parts[1] < 10)
        words += U'零';
    return words + counted(parts[1]) + U"分";
}

/// 幺 for 1: it is heard apart from 七.
std::u32string chineseCode(std::u32string_view text) {
    std::u32string words;
    for (const std::u32string& piece : piecesOf(text)) {
        if (isMask(piece.front()))
            words += U"，隐藏" +
                     counted(static_cast<int>(std::min(piece.size(), std::size_t{99}))) + U"位，";
        else if (isDigit(piece.front()))
            words += piece == U"1" ? U'幺' : digit(static_cast<int>(piece.front() - U'0'));
        else
            words += U' ' + piece + U' ';
    }
    return words;
}

} // namespace

std::u32string inChinese(const Token& token, std::u32string_view before,
                         std::u32string_view after) {
    switch (token.kind) {
    case Kind::words:
        return token.text;
    case Kind::number:
        // A year is told digit by digit.
        return token.text.size() == 4 && after.starts_with(U'年')
                   ? digitByDigit(token.text)
                   : numberBetween(numbersIn(token.text).front(), before, after);
    case Kind::date:
        return chineseDate(token.text);
    case Kind::time:
        return chineseTime(token.text);
    case Kind::share: {
        const auto parts = numbersIn(token.text);
        return U"第" + counted(parts[0]) + U"，共" + counted(parts[1]);
    }
    case Kind::code:
        return chineseCode(token.text);
    }
    return token.text;
}

} // namespace kiosk::speech
