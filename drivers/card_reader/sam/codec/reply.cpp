// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/sam/codec/reply.h"

#include <array>
#include <cinttypes>
#include <cstdio>

#include "drivers/card_reader/card_trouble.h"
#include "drivers/card_reader/sam/codec/frame.h"

namespace kiosk::drivers::sam {

Bytes encodeRequest(Command command) {
    const std::array payload{std::byte{command.command}, std::byte{command.parameter}};
    return encodeFrame(payload);
}

Result<Reply> decodeReply(ByteView payload) {
    ByteReader reader(payload);
    TRY(reader.take(2)); // the card's own status, repeated in what the module says
    const std::uint8_t status = TRY(reader.u8());
    const ByteView data = TRY(reader.take(reader.remaining()));
    return Reply{status, data};
}

Result<CardData> decodeCardData(ByteView data) {
    ByteReader reader(data);
    const std::size_t recordSize = TRY(reader.u16BigEndian());
    const std::size_t photoSize = TRY(reader.u16BigEndian());
    if (recordSize != kRecordSize || photoSize != kPhotoSize ||
        reader.remaining() != kRecordSize + kPhotoSize)
        return std::unexpected(asError(CardTrouble::garbled, "lengths of text and photo"));
    const ByteView record = TRY(reader.take(kRecordSize));
    const ByteView photo = TRY(reader.take(kPhotoSize));
    return CardData{record, photo};
}

Result<std::string> formatSamNumber(ByteView data) {
    ByteReader reader(data);
    const unsigned maker = TRY(reader.u16LittleEndian());
    const unsigned type = TRY(reader.u16LittleEndian());
    const std::uint32_t date = TRY(reader.u32LittleEndian());
    const std::uint32_t serial = TRY(reader.u32LittleEndian());
    const std::uint32_t secondSerial = TRY(reader.u32LittleEndian());
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%02u.%02u-%08" PRIu32 "-%09" PRIu32 "-%09" PRIu32,
                  maker & 0xFFU, type & 0xFFU, date, serial, secondSerial);
    return std::string(text.data());
}

} // namespace kiosk::drivers::sam
