// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/sam/codec/record/record.h"

#include "drivers/card_reader/card_trouble.h"
#include "drivers/card_reader/sam/codec/record/fields.h"
#include "drivers/card_reader/sam/codec/record/layouts.h"

namespace kiosk::drivers::sam {

namespace {

constexpr std::size_t kLetterAt = 248;
constexpr Field kNewestAddress{0, kNewestAddressSize, "newest address"};

Result<IdCard> readByLetter(ByteView record) {
    switch (std::to_integer<unsigned>(record[kLetterAt]) |
            std::to_integer<unsigned>(record[kLetterAt + 1]) << 8) {
    case 0:
    case ' ':
        return readMainland(record);
    case 'J':
        return readHkMacaoTaiwan(record);
    case 'I':
        return readForeigner2017(record);
    case 'Y':
        return readForeigner2023(record);
    default:
        return std::unexpected(asError(CardTrouble::layoutUnknown));
    }
}

} // namespace

Result<IdCard> decodeRecord(const CardData& data) {
    if (data.record.size() != kRecordSize || data.photo.size() != kPhotoSize)
        return damaged("size");
    IdCard card = TRY(readByLetter(data.record));
    const bool citizen = card.layout == IdCard::Layout::mainland;
    const Validity validity =
        TRY(validityOf(data.record, citizen ? OpenEnd::accepted : OpenEnd::refused));
    card.validFrom = validity.from;
    card.validUntil = validity.until;
    card.photo.assign(data.photo.begin(), data.photo.end());
    return card;
}

Result<std::string> decodeNewestAddress(ByteView data) {
    if (data.size() != kNewestAddressSize)
        return damaged(kNewestAddress.name);
    return textOf(data, kNewestAddress);
}

} // namespace kiosk::drivers::sam
