// SPDX-License-Identifier: Apache-2.0
#include "screens/speech/words/wording.h"

#include "firmware/base/text.h"

namespace kiosk::speech {

std::vector<int> numbersIn(std::u32string_view text) {
    std::vector<int> numbers;
    bool within = false;
    for (const char32_t point : text) {
        if (isDigit(point)) {
            if (!within)
                numbers.push_back(0);
            numbers.back() = numbers.back() * 10 + static_cast<int>(point - U'0');
        }
        within = isDigit(point);
    }
    return numbers;
}

std::vector<std::u32string> piecesOf(std::u32string_view code) {
    std::vector<std::u32string> pieces;
    for (const char32_t point : code) {
        if (isMask(point) && !pieces.empty() && isMask(pieces.back().front()))
            pieces.back() += point;
        else if (isMask(point) || isDigit(point) || isLatin(point))
            pieces.emplace_back(1, point);
    }
    return pieces;
}

std::string worded(std::string_view text, std::string_view language) {
    const std::vector<Token> tokens = tokensOf(text);
    std::u32string spoken;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const Token& token = tokens[at];
        if (token.kind == Token::Kind::words)
            spoken += token.text;
        else if (language.starts_with("zh"))
            spoken += inChinese(token, spoken,
                                at + 1 < tokens.size() ? tokens[at + 1].text : std::u32string());
        else if (language == "ug")
            spoken += inUyghur(token);
        else
            spoken += inEnglish(token);
    }
    return toUtf8(spoken);
}

} // namespace kiosk::speech
