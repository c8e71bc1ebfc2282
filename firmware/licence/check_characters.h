// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

/// The 18th character of a citizen number from its first 17 digits (GB 11643-1999, MOD 11-2), or
/// nothing when they are not 17 digits.
std::optional<char> citizenNumberCheck(std::string_view first17);
/// 18 characters with the right check and a real birth date. 'x' counts as 'X'. The division code
/// is not judged: abolished divisions are normal.
bool isCitizenNumber(std::string_view number);

/// The 18th character of a unified social credit code from its first 17 (GB 32100-2015).
std::optional<char> creditCodeCheck(std::string_view first17);
bool isCreditCode(std::string_view code);

/// The check character of a licence identifier (GB/T 36904, ISO/IEC 7064 MOD 37,36) over type code,
/// authority code, serial and version, given with or without dots and without the root.
std::optional<char> licenceIdentifierCheck(std::string_view body);
/// A failed check on a retrieved licence is a data-quality note, never a rejection: at least one
/// province computes it differently.
bool isLicenceIdentifier(std::string_view identifier);

/// "3301**********1234": the first four and the last four characters; shorter codes are masked
/// whole.
std::string maskedCode(std::string_view code);
/// "张*三": the first and last character of a name, "李*" for two. Of a name in Latin letters each
/// word's first, "M*** L***".
std::string maskedName(std::string_view name);

} // namespace kiosk
