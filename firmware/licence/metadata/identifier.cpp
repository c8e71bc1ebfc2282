// SPDX-License-Identifier: Apache-2.0
#include "firmware/licence/metadata/identifier.h"

#include <algorithm>

#include "firmware/base/text.h"
#include "firmware/licence/check_characters.h"
#include "firmware/licence/metadata/characters.h"

namespace kiosk {

namespace {

constexpr std::string_view kRoot = "1.2.156.3005.2.";
constexpr std::size_t kTypeCodeLength = 21;
constexpr std::size_t kLongestPart = 64;

bool isPart(std::string_view text) {
    return !text.empty() && text.size() <= kLongestPart &&
           std::ranges::all_of(text, isDigitOrCapital);
}

std::string bodyOf(const LicenceIdentifier& identifier) {
    return identifier.typeCode + identifier.authorityCode + identifier.serial + identifier.version;
}

/// What real identifiers of one province carry: letters count 11 to 36, and sums are reduced by
/// another number before the rule's own reduction.
char variantCheck(std::string_view body) {
    constexpr int kLetterOffset = 1;
    int p = 36;
    for (const char c : body) {
        const bool letter = isCapital(c);
        int sum = p + base36Value(c) + (letter ? kLetterOffset : 0);
        if (letter && sum > 37)
            sum %= 37;
        sum = sum % 36 == 0 ? 36 : sum % 36;
        p = sum * 2 % 37;
    }
    return base36Character(36 - p);
}

} // namespace

std::optional<LicenceIdentifier> parseIdentifier(std::string_view text) {
    const std::string capitals = inCapitals(trimmed(text));
    std::string_view rest = capitals;
    if (!rest.starts_with(kRoot))
        return std::nullopt;
    rest.remove_prefix(kRoot.size());
    const auto parts = split(rest, '.');
    if (parts.size() != 5 || !std::ranges::all_of(parts, isPart) || parts[3].size() != 3 ||
        parts[4].size() != 1)
        return std::nullopt;
    return LicenceIdentifier{std::string(parts[0]), std::string(parts[1]), std::string(parts[2]),
                             std::string(parts[3]), parts[4].front()};
}

IdentifierCheck judgeCheck(const LicenceIdentifier& identifier) {
    const std::string body = bodyOf(identifier);
    if (licenceIdentifierCheck(body) == identifier.check)
        return IdentifierCheck::standard;
    return variantCheck(body) == identifier.check ? IdentifierCheck::variant
                                                  : IdentifierCheck::wrong;
}

bool isTypeCode(std::string_view text) {
    return text.size() == kTypeCodeLength && std::ranges::all_of(text, isDigitOrCapital) &&
           std::ranges::all_of(text.substr(kTypeCodeLength - 3), isDigit);
}

} // namespace kiosk
