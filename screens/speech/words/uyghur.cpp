// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/text.h"
#include "screens/speech/words/wording.h"

namespace kiosk::speech {
namespace {

using Kind = Token::Kind;

std::u32string plain(int value) {
    return codePoints(std::to_string(value));
}

/// "2030-يىلى 1-ئاينىڭ 31-كۈنى"
std::u32string dateInUyghur(std::u32string_view text) {
    const auto parts = numbersIn(text);
    return plain(parts[0]) + U"-يىلى " + plain(parts[1]) + U"-ئاينىڭ " + plain(parts[2]) + U"-كۈنى";
}

std::u32string codeInUyghur(std::u32string_view text) {
    std::u32string words;
    for (const std::u32string& piece : piecesOf(text))
        words += isMask(piece.front())
                     ? U"، " + plain(static_cast<int>(piece.size())) + U" يوشۇرۇن رەقەم، "
                     : piece + U' ';
    return words;
}

} // namespace

std::u32string inUyghur(const Token& token) {
    switch (token.kind) {
    case Kind::words:
    case Kind::number:
        return token.text;
    case Kind::date:
        return dateInUyghur(token.text);
    case Kind::time:
    case Kind::share: {
        const auto parts = numbersIn(token.text);
        return plain(parts[0]) + U' ' + plain(parts[1]);
    }
    case Kind::code:
        return codeInUyghur(token.text);
    }
    return token.text;
}

} // namespace kiosk::speech
