// SPDX-License-Identifier: Apache-2.0
#include "firmware/licence/copy_code.h"

#include <algorithm>

#include "firmware/base/text.h"
#include "firmware/licence/check_characters.h"

namespace kiosk {

namespace {

constexpr std::string_view kPrefix = "LK1";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isCopyNumber(std::string_view text) {
    return text.size() >= 8 && text.size() <= 32 && std::ranges::all_of(text, [](char c) {
               return isDigit(c) || (c >= 'A' && c <= 'Z') || c == '-';
           });
}

bool isRegionCode(std::string_view text) {
    return text.size() == 6 && std::ranges::all_of(text, isDigit);
}

/// The same check character as licence identifiers use: one misread character never passes.
char checkOf(std::string_view regionCode, std::string_view copyNumber) {
    std::string body = std::string(regionCode) + std::string(copyNumber);
    std::erase(body, '-');
    return licenceIdentifierCheck(body).value_or('?');
}

} // namespace

std::string toText(const CopyCode& code) {
    return std::string(kPrefix) + ":" + code.regionCode + ":" + code.copyNumber + ":" +
           checkOf(code.regionCode, code.copyNumber);
}

Result<CopyCode> parseCopyCode(std::string_view text) {
    const auto parts = split(text, ':');
    const bool shaped = parts.size() == 4 && parts[0] == kPrefix && isRegionCode(parts[1]) &&
                        isCopyNumber(parts[2]) && parts[3].size() == 1;
    if (!shaped)
        return fail(ErrorKind::unsupported, "code.not-a-licence-code", Remedy::citizenAgain);
    if (parts[3][0] != checkOf(parts[1], parts[2]))
        return fail(ErrorKind::integrity, "code.misread", Remedy::citizenAgain);
    return CopyCode{std::string(parts[1]), std::string(parts[2])};
}

} // namespace kiosk
