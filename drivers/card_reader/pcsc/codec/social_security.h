// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "drivers/card_reader/card_reader.h"

/// The public part of a social security card: files EF05 (card) and EF06 (holder) of the
/// application "sx1.sh.社会保障". Source: file structure and data items V2.0 of 2012, as public
/// readers use it. What else is on the card wants a PIN, a key or a security module.
namespace kiosk::drivers::pcsc {

/// The application's name, in GBK as the card has it.
ByteView socialSecurityName();

/// A record that is read: of which file, with which number and tag.
struct SocialSecurityItem {
    std::uint16_t file;
    std::uint8_t record;
    std::uint8_t tag;
};
inline constexpr SocialSecurityItem kIssued{0xEF05, 5, 0x05};
inline constexpr SocialSecurityItem kValidTo{0xEF05, 6, 0x06};
inline constexpr SocialSecurityItem kHolderNumber{0xEF06, 1, 0x08};
inline constexpr SocialSecurityItem kHolderName{0xEF06, 2, 0x09};
/// In the order in which they are read.
inline constexpr std::array kSocialSecurityItems{kIssued, kValidTo, kHolderNumber, kHolderName};

/// The values of kSocialSecurityItems, in that order: days as four bytes of decimal digits, the
/// number as 18 characters, the name as GBK padded with zeros. Whole and right, or "card.damaged"
/// with the field's name. Sex and birth are those in the number.
Result<IdCard>
decodeSocialSecurity(const std::array<ByteView, kSocialSecurityItems.size()>& values);

} // namespace kiosk::drivers::pcsc
