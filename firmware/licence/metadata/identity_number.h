// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "firmware/licence/licence.h"

namespace kiosk {

/// The numbers people are known by. What none of them fits may still be somebody's: a foreign
/// passport has no common form.
enum class IdentityKind {
    citizen,               ///< GB 11643-1999: 18 characters
    citizenBefore1999,     ///< 15 digits, without a check
    hongKongMacaoTaiwan,   ///< residence permit: as a citizen's, from 810000, 820000 or 830000
    foreignResident,       ///< permanent residence since 2023: as a citizen's, beginning with 9
    foreignResidentTo2023, ///< three letters, twelve digits
    passport,              ///< of the People's Republic
    travelPermit,          ///< H or M and eight or ten digits; eight digits from Taiwan
    other,
};

/// What a number says of itself. A check or date that its kind does not have counts as right.
struct IdentityNumber {
    IdentityKind kind = IdentityKind::other;
    bool checkRight = true;
    bool dateReal = true;
    std::optional<Date> bornOn = {};
    std::string_view division = {}; ///< six digits into the number given, or nothing
};

/// Reads a number of any kind; 'x' counts as 'X'. The division is the one of the first
/// registration: an abolished one is normal.
IdentityNumber readIdentityNumber(std::string_view number);

} // namespace kiosk
