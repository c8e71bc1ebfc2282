// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/sam/codec/record/numbers.h"

#include <array>
#include <cstdio>

namespace kiosk::drivers::sam {

namespace {

constexpr std::size_t kBirthAt = 6;
constexpr std::size_t kSexAt = 16;
constexpr std::size_t kDateSize = 8;

/// The drivers know no licence, so the domain's own check is out of reach here; a test holds the
/// two together.
bool hasRightCheckDigit(std::string_view number) {
    if (number.size() != 18 || !isDigits(number.substr(0, 17)))
        return false;
    if (number.back() != 'X' && !isDigits(number.substr(17)))
        return false;
    int sum = 0;
    for (char c : number)
        sum = (sum * 2 + (c == 'X' ? 10 : c - '0')) % 11;
    return sum == 1;
}

std::string dateText(std::chrono::year_month_day date) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d%02u%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

} // namespace

Result<std::string> numberOf18(ByteView record, const Field& field) {
    std::string number = TRY(textOf(record, field));
    if (number.back() == 'x')
        number.back() = 'X';
    if (!hasRightCheckDigit(number))
        return damaged(field.name);
    return number;
}

Result<> checkBirth(const std::string& number, std::chrono::year_month_day birth) {
    if (number.substr(kBirthAt, kDateSize) != dateText(birth))
        return damaged("birth and number disagree");
    return {};
}

Result<> checkSex(const std::string& number, const std::string& sex) {
    const bool odd = (number[kSexAt] - '0') % 2 == 1;
    if (sex != "0" && sex != "9" && sex != (odd ? "1" : "2"))
        return damaged("sex and number disagree");
    return {};
}

char weightedCheck(std::string_view first14) {
    constexpr std::array kWeights{7, 3, 1};
    int sum = 0;
    for (std::size_t i = 0; i < first14.size(); ++i) {
        const char c = first14[i];
        sum += kWeights[i % kWeights.size()] * (c >= 'A' ? c - 'A' + 10 : c - '0');
    }
    return static_cast<char>('0' + sum % 10);
}

} // namespace kiosk::drivers::sam
