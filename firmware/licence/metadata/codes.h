// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace kiosk {

/// What a unified social credit code (GB 32100-2015) says of itself.
struct CreditCode {
    bool shaped = false;         ///< 18 characters of its alphabet
    bool checkRight = false;     ///< MOD 31
    bool bodyCheckRight = false; ///< MOD 11 of the nine characters of GB 11714: advice at most
    std::string_view division;   ///< six digits into the code given, or nothing
};

CreditCode readCreditCode(std::string_view code);

/// Whether the first two digits are a province of GB/T 2260. The other four are not judged: codes
/// of abolished counties are normal.
bool isKnownProvince(std::string_view division);

} // namespace kiosk
