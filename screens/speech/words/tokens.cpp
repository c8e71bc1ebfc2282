// SPDX-License-Identifier: Apache-2.0
#include "screens/speech/words/tokens.h"

#include <algorithm>

#include "firmware/base/text.h"

namespace kiosk::speech {
namespace {

using Kind = Token::Kind;

constexpr std::size_t kMostDigitsOfNumber = 4;

bool isIsolate(char32_t point) {
    return point >= 0x2066 && point <= 0x2069;
}

bool isValuePart(char32_t point) {
    return isDigit(point) || isMask(point) || (isLatin(point) && point < 0x80);
}

bool joins(char32_t point) {
    return std::u32string_view(U"-:/.+").contains(point);
}

/// How far a value reaches: its characters, and joints between two of them.
std::size_t endOfValue(std::u32string_view text, std::size_t at) {
    while (at < text.size() && (isValuePart(text[at]) || (joins(text[at]) && at + 1 < text.size() &&
                                                          isValuePart(text[at + 1]))))
        ++at;
    return at;
}

/// "d" stands for one or more digits, anything else for itself.
bool looksLike(std::u32string_view text, std::u32string_view shape) {
    for (const char32_t wanted : shape) {
        if (wanted != U'd') {
            if (!text.starts_with(wanted))
                return false;
            text.remove_prefix(1);
            continue;
        }
        const auto digits = std::ranges::find_if_not(text, isDigit) - text.begin();
        if (digits == 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(digits));
    }
    return text.empty();
}

bool isDate(std::u32string_view text) {
    return looksLike(text, U"d-d-d") && text.find(U'-') == 4 && text.size() <= 10;
}

bool isNumber(std::u32string_view text) {
    const bool leadingZero = text.size() > 1 && text.front() == U'0';
    return looksLike(text, U"d") && text.size() <= kMostDigitsOfNumber && !leadingZero;
}

Kind kindOf(std::u32string_view text) {
    if (std::ranges::none_of(text, [](char32_t p) { return isDigit(p) || isMask(p); }))
        return Kind::words;
    if (isDate(text))
        return Kind::date;
    if (looksLike(text, U"d:d") && text.size() <= 5)
        return Kind::time;
    if (looksLike(text, U"d/d") && text.size() <= 5)
        return Kind::share;
    return isNumber(text) ? Kind::number : Kind::code;
}

class Scanner {
public:
    explicit Scanner(std::u32string_view text) : text_(text) {}

    std::vector<Token> tokens() && {
        while (at_ < text_.size())
            step();
        return std::move(tokens_);
    }

private:
    void step() {
        const char32_t point = text_[at_];
        if (isIsolate(point)) {
            bounded_ = true;
            ++at_;
        } else if (isMask(point) && followsHan()) {
            add(Kind::words, U"某");
            ++at_;
        } else if (isValuePart(point)) {
            takeValue();
        } else {
            add(Kind::words, text_.substr(at_, 1));
            ++at_;
        }
    }

    bool followsHan() const {
        return !bounded_ && !tokens_.empty() && tokens_.back().kind == Kind::words &&
               isHan(tokens_.back().text.back());
    }

    /// Numbers are often set in groups: "4071 8826 35" is one.
    void takeValue() {
        const std::size_t begin = at_;
        at_ = endOfValue(text_, at_);
        Kind kind = kindOf(text_.substr(begin, at_ - begin));
        if (looksLike(text_.substr(begin, at_ - begin), U"d") && at_ - begin == 4)
            while (at_ + 1 < text_.size() && text_[at_] == U' ' && isDigit(text_[at_ + 1])) {
                at_ = endOfValue(text_, at_ + 1);
                kind = Kind::code;
            }
        add(kind, text_.substr(begin, at_ - begin));
    }

    void add(Kind kind, std::u32string_view text) {
        if (!bounded_ && kind == Kind::words && !tokens_.empty() &&
            tokens_.back().kind == Kind::words)
            tokens_.back().text += text;
        else
            tokens_.push_back({kind, std::u32string(text)});
        bounded_ = false;
    }

    std::u32string_view text_;
    std::size_t at_ = 0;
    bool bounded_ = true; ///< the next token begins anew
    std::vector<Token> tokens_;
};

} // namespace

bool isHan(char32_t point) {
    return point == 0x3007 || (point >= 0x3400 && point <= 0x9FFF) ||
           (point >= 0xF900 && point <= 0xFAFF) || (point >= 0x20000 && point <= 0x3FFFF);
}

bool isLatin(char32_t point) {
    return (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z') ||
           (point >= 0xC0 && point <= 0x24F);
}

bool isDigit(char32_t point) {
    return point >= U'0' && point <= U'9';
}

bool isMask(char32_t point) {
    return point == U'*' || point == U'•';
}

std::vector<Token> tokensOf(std::string_view text) {
    const std::u32string points = codePoints(text);
    return Scanner(points).tokens();
}

} // namespace kiosk::speech
