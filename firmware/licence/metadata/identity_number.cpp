// SPDX-License-Identifier: Apache-2.0
#include "firmware/licence/metadata/identity_number.h"

#include <algorithm>
#include <array>

#include "firmware/base/text.h"
#include "firmware/licence/check_characters.h"
#include "firmware/licence/metadata/characters.h"
#include "firmware/licence/metadata/stated_date.h"

namespace kiosk {

namespace {

constexpr std::size_t kLength = 18;
constexpr std::size_t kOldLength = 15;

bool lettersThenDigits(std::string_view text, std::size_t letters, std::size_t digits) {
    return text.size() == letters + digits &&
           std::ranges::all_of(text.substr(0, letters), isCapital) &&
           std::ranges::all_of(text.substr(letters), isDigit);
}

bool isPassport(std::string_view text) {
    constexpr std::string_view kKinds = "EGDSP";
    return !text.empty() && kKinds.contains(text.front()) &&
           (lettersThenDigits(text, 1, 8) || (text[0] == 'E' && lettersThenDigits(text, 2, 7)));
}

bool isTravelPermit(std::string_view text) {
    const bool numbered = lettersThenDigits(text, 1, 8) || lettersThenDigits(text, 1, 10);
    return (numbered && (text[0] == 'H' || text[0] == 'M')) || lettersThenDigits(text, 0, 8);
}

bool hasLongForm(std::string_view text) {
    return text.size() == kLength && isAllDigits(text.substr(0, kLength - 1)) &&
           (isDigit(text.back()) || text.back() == 'X');
}

IdentityKind longKind(std::string_view text) {
    constexpr std::array<std::string_view, 3> kTowards{"810000", "820000", "830000"};
    if (text.starts_with('9'))
        return IdentityKind::foreignResident;
    return std::ranges::find(kTowards, text.substr(0, 6)) != kTowards.end()
               ? IdentityKind::hongKongMacaoTaiwan
               : IdentityKind::citizen;
}

IdentityNumber readDated(IdentityKind kind, std::string_view number, const std::string& birth) {
    IdentityNumber read{.kind = kind, .bornOn = dateFromDigits(birth)};
    read.dateReal = read.bornOn.has_value();
    if (kind == IdentityKind::citizen || kind == IdentityKind::citizenBefore1999)
        read.division = number.substr(0, 6);
    return read;
}

IdentityKind undatedKind(std::string_view text) {
    if (isPassport(text))
        return IdentityKind::passport;
    if (isTravelPermit(text))
        return IdentityKind::travelPermit;
    return lettersThenDigits(text, 3, 12) ? IdentityKind::foreignResidentTo2023
                                          : IdentityKind::other;
}

} // namespace

IdentityNumber readIdentityNumber(std::string_view number) {
    const std::string text = inCapitals(number);
    if (hasLongForm(text)) {
        IdentityNumber read = readDated(longKind(text), number, text.substr(6, 8));
        read.checkRight = citizenNumberCheck(std::string_view(text).substr(0, 17)) == text.back();
        return read;
    }
    if (text.size() == kOldLength && isAllDigits(text))
        return readDated(IdentityKind::citizenBefore1999, number, "19" + text.substr(6, 6));
    return {.kind = undatedKind(text)};
}

} // namespace kiosk
