// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

/// A licence identifier taken apart (GB/T 36904): the root, then these, separated by dots.
struct LicenceIdentifier {
    std::string typeCode;      ///< the defining body's credit code and three digits
    std::string authorityCode; ///< the issuer's credit code; older data have other codes here
    std::string serial;
    std::string version; ///< "001"
    char check = '0';

    bool operator==(const LicenceIdentifier&) const = default;
};

/// Nothing where the text does not have the shape. Lower case counts as upper case: files are named
/// either way. The check character is for `judgeCheck`.
std::optional<LicenceIdentifier> parseIdentifier(std::string_view text);

/// Whether a check character is right, and by which computation. Advice at most: what was typed
/// wrong and what a province computes otherwise look the same from outside.
enum class IdentifierCheck {
    standard, ///< ISO/IEC 7064 MOD 37,36, as GB/T 36904 says
    variant,  ///< as one province-wide system computes it: letters count one more
    wrong,
};

IdentifierCheck judgeCheck(const LicenceIdentifier& identifier);

/// 21 characters: a credit code's 18 and three digits; their own check is not judged.
bool isTypeCode(std::string_view text);

} // namespace kiosk
