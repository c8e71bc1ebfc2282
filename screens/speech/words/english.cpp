// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "firmware/base/text.h"
#include "screens/speech/words/wording.h"

namespace kiosk::speech {
namespace {

using Kind = Token::Kind;

constexpr std::array<std::u32string_view, 12> kMonths{
    U"January", U"February", U"March",     U"April",   U"May",      U"June",
    U"July",    U"August",   U"September", U"October", U"November", U"December"};

std::u32string written(int value) {
    return codePoints(std::to_string(value));
}

/// "19 90", "20 30", but "2005" as it stands.
std::u32string year(int value) {
    const bool inPairs = value >= 1100 && value <= 2099 && value % 1000 >= 10 && value % 100 != 0;
    if (!inPairs)
        return written(value);
    const std::u32string rest = written(value % 100);
    return written(value / 100) + (rest.size() == 1 ? U" oh " : U" ") + rest;
}

std::u32string englishDate(std::u32string_view text) {
    const auto parts = numbersIn(text);
    const auto month = static_cast<std::size_t>(parts[1] - 1);
    if (month >= kMonths.size())
        return std::u32string(text);
    return written(parts[2]) + U' ' + std::u32string(kMonths[month]) + U' ' + year(parts[0]);
}

std::u32string englishTime(std::u32string_view text) {
    const auto parts = numbersIn(text);
    if (parts[1] == 0)
        return written(parts[0]) + U" o'clock";
    return written(parts[0]) + (parts[1] < 10 ? U" oh " : U" ") + written(parts[1]);
}

std::u32string englishCode(std::u32string_view text) {
    std::u32string words;
    for (const std::u32string& piece : piecesOf(text)) {
        if (!words.empty())
            words += U' ';
        words += isMask(piece.front())
                     ? U", " + written(static_cast<int>(piece.size())) + U" hidden,"
                     : piece;
    }
    return words;
}

} // namespace

std::u32string inEnglish(const Token& token) {
    switch (token.kind) {
    case Kind::words:
    case Kind::number:
        return token.text;
    case Kind::date:
        return englishDate(token.text);
    case Kind::time:
        return englishTime(token.text);
    case Kind::share: {
        const auto parts = numbersIn(token.text);
        return written(parts[0]) + U" of " + written(parts[1]);
    }
    case Kind::code:
        return englishCode(token.text);
    }
    return token.text;
}

} // namespace kiosk::speech
