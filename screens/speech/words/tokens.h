// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::speech {

/// What a stretch of a text is to somebody who reads it aloud.
struct Token {
    enum class Kind {
        words,  ///< as they stand
        number, ///< a count, at most four digits: "12"
        date,   ///< "2030-01-31"
        time,   ///< "10:32"
        share,  ///< "3/6"
        code    ///< read character by character, perhaps with hidden ones: "9199****00X"
    };
    Kind kind = Kind::words;
    std::u32string text;

    bool operator==(const Token&) const = default;
};

/// The tokens of a text, in order. Bidi isolates bound a token and are dropped (A74). A hidden
/// character of a Chinese name stays with it, as 某.
std::vector<Token> tokensOf(std::string_view text);

bool isHan(char32_t point);
bool isLatin(char32_t point); ///< a letter of A–Z, also with marks
bool isDigit(char32_t point);
bool isMask(char32_t point); ///< "*" or "•"

} // namespace kiosk::speech
