// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

/// The characters that numbers of licences and people are made of.
namespace kiosk {

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool isCapital(char c) {
    return c >= 'A' && c <= 'Z';
}

constexpr bool isDigitOrCapital(char c) {
    return isDigit(c) || isCapital(c);
}

/// 0-9 count 0 to 9, A-Z count 10 to 35; for digits and capitals only.
constexpr int base36Value(char c) {
    return isDigit(c) ? c - '0' : c - 'A' + 10;
}

/// The reverse, for 0 to 35.
constexpr char base36Character(int value) {
    return static_cast<char>(value < 10 ? '0' + value : 'A' + value - 10);
}

inline bool isAllDigits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

inline std::string inCapitals(std::string_view text) {
    std::string capitals(text);
    std::ranges::transform(capitals, capitals.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return capitals;
}

} // namespace kiosk
