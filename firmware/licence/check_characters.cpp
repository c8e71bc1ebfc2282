// SPDX-License-Identifier: Apache-2.0
#include "firmware/licence/check_characters.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>

#include "firmware/base/text.h"

namespace kiosk {

namespace {

constexpr std::size_t kCodeLength = 18;
constexpr std::string_view kCreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::string_view kIdentifierRoot = "1.2.156.3005.2.";

bool isRealDate(std::string_view yyyymmdd) {
    const auto year = parseInteger(yyyymmdd.substr(0, 4));
    const auto month = parseInteger(yyyymmdd.substr(4, 2));
    const auto day = parseInteger(yyyymmdd.substr(6, 2));
    if (!year || !month || !day)
        return false;
    return std::chrono::year_month_day(std::chrono::year(static_cast<int>(*year)),
                                       std::chrono::month(static_cast<unsigned>(*month)),
                                       std::chrono::day(static_cast<unsigned>(*day)))
        .ok();
}

/// 0-9 count 0..9, A-Z count 10..35.
std::optional<int> base36(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + 10;
    return std::nullopt;
}

bool beginsLatin(std::string_view name) {
    return !name.empty() && std::isalpha(static_cast<unsigned char>(name.front())) != 0;
}

/// As many stars for every word: how long a name is tells who it is.
std::string maskedWords(std::string_view name) {
    std::string masked;
    for (std::string_view word : split(name, ' ')) {
        if (word.empty())
            continue;
        if (!masked.empty())
            masked += ' ';
        masked += toUtf8(codePoints(word).substr(0, 1)) + "***";
    }
    return masked;
}

} // namespace

std::optional<char> citizenNumberCheck(std::string_view first17) {
    constexpr std::array kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    if (first17.size() != kWeights.size())
        return std::nullopt;
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i) {
        if (first17[i] < '0' || first17[i] > '9')
            return std::nullopt;
        sum += (first17[i] - '0') * kWeights[i];
    }
    return std::string_view("10X98765432")[static_cast<std::size_t>(sum % 11)];
}

bool isCitizenNumber(std::string_view number) {
    if (number.size() != kCodeLength)
        return false;
    const char last = number.back() == 'x' ? 'X' : number.back();
    return citizenNumberCheck(number.substr(0, 17)) == last && isRealDate(number.substr(6, 8));
}

std::optional<char> creditCodeCheck(std::string_view first17) {
    if (first17.size() != kCodeLength - 1)
        return std::nullopt;
    std::size_t sum = 0;
    std::size_t weight = 1; // 3^i mod 31
    for (char c : first17) {
        const auto value = kCreditAlphabet.find(c);
        if (value == std::string_view::npos)
            return std::nullopt;
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    return kCreditAlphabet[(31 - sum % 31) % 31];
}

bool isCreditCode(std::string_view code) {
    return code.size() == kCodeLength && creditCodeCheck(code.substr(0, 17)) == code.back();
}

std::optional<char> licenceIdentifierCheck(std::string_view body) {
    int p = 36;
    for (char c : body) {
        if (c == '.')
            continue;
        const auto value = base36(c);
        if (!value)
            return std::nullopt;
        p = (p + *value) % 36;
        p = (p == 0 ? 36 : p) * 2 % 37;
    }
    const int check = (37 - p) % 36;
    return static_cast<char>(check < 10 ? '0' + check : 'A' + check - 10);
}

bool isLicenceIdentifier(std::string_view identifier) {
    if (!identifier.starts_with(kIdentifierRoot))
        return false;
    identifier.remove_prefix(kIdentifierRoot.size());
    const auto parts = split(identifier, '.');
    if (parts.size() != 5 || parts[4].size() != 1)
        return false;
    return licenceIdentifierCheck(identifier.substr(0, identifier.size() - 2)) == parts[4][0];
}

std::string maskedCode(std::string_view code) {
    constexpr std::size_t kShown = 4;
    std::u32string characters = codePoints(code); // numbers of licences hold Chinese characters
    const std::size_t shown = characters.size() > 2 * kShown ? kShown : 0;
    for (std::size_t i = shown; i < characters.size() - shown; ++i)
        characters[i] = U'*';
    return toUtf8(characters);
}

std::string maskedName(std::string_view name) {
    if (beginsLatin(name))
        return maskedWords(name);
    std::u32string characters = codePoints(name);
    if (characters.size() < 2)
        return std::string(name);
    const std::size_t end = characters.size() == 2 ? 2 : characters.size() - 1;
    std::fill(characters.begin() + 1, characters.begin() + static_cast<std::ptrdiff_t>(end), U'*');
    return toUtf8(characters);
}

} // namespace kiosk
