// SPDX-License-Identifier: Apache-2.0
#include "firmware/licence/metadata/codes.h"

#include <algorithm>
#include <array>

#include "firmware/base/text.h"
#include "firmware/licence/check_characters.h"
#include "firmware/licence/metadata/characters.h"

namespace kiosk {

namespace {

constexpr std::size_t kDivisionAt = 2;
constexpr std::size_t kBodyAt = 8;
constexpr std::size_t kDivisionLength = 6;

/// GB 11714: the ninth character of a body's own code.
char bodyCheck(std::string_view first8) {
    constexpr std::array kWeights{3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += base36Value(first8[i]) * kWeights[i];
    const int check = 11 - sum % 11;
    if (check == 10)
        return 'X';
    return check == 11 ? '0' : base36Character(check);
}

} // namespace

CreditCode readCreditCode(std::string_view code) {
    constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    CreditCode read;
    read.shaped = code.size() == 18 &&
                  std::ranges::all_of(code, [&](char c) { return kAlphabet.contains(c); });
    if (!read.shaped)
        return read;
    read.checkRight = isCreditCode(code);
    read.bodyCheckRight = bodyCheck(code.substr(kBodyAt, 8)) == code[16];
    if (isAllDigits(code.substr(kDivisionAt, kDivisionLength)))
        read.division = code.substr(kDivisionAt, kDivisionLength);
    return read;
}

bool isKnownProvince(std::string_view division) {
    constexpr std::array<int, 34> kProvinces{11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34,
                                             35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
                                             53, 54, 61, 62, 63, 64, 65, 71, 81, 82};
    return division.size() >= 2 &&
           std::ranges::find(kProvinces, parseInteger(division.substr(0, 2)).value_or(0)) !=
               kProvinces.end();
}

} // namespace kiosk
