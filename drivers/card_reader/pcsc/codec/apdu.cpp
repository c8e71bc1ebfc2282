// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/pcsc/codec/apdu.h"

#include <array>

#include "drivers/card_reader/card_trouble.h"

namespace kiosk::drivers::pcsc {

namespace {

enum class Instruction : std::uint8_t { select = 0xA4, readRecord = 0xB2, getResponse = 0xC0 };

constexpr std::byte kForTheReader{0xFF}; ///< class of commands that do not go to the card

Bytes header(Instruction instruction, std::uint8_t first, std::uint8_t second) {
    return {std::byte{0}, static_cast<std::byte>(instruction), std::byte{first}, std::byte{second}};
}

Bytes withData(Bytes command, ByteView data) {
    command.push_back(static_cast<std::byte>(data.size()));
    command.insert(command.end(), data.begin(), data.end());
    return command;
}

std::unexpected<Error> garbled(std::string_view why) {
    return std::unexpected(asError(CardTrouble::readFailed, why));
}

} // namespace

Bytes selectApplication(ByteView name) {
    return withData(header(Instruction::select, 0x04, 0x00), name);
}

Bytes selectFile(std::uint16_t identifier) {
    const std::array data{static_cast<std::byte>(identifier >> 8),
                          static_cast<std::byte>(identifier & 0xFF)};
    return withData(header(Instruction::select, 0x02, 0x00), data);
}

Bytes readRecord(std::uint8_t number, std::uint8_t size) {
    Bytes command = header(Instruction::readRecord, number, 0x04);
    command.push_back(std::byte{size});
    return command;
}

Bytes getResponse(std::uint8_t size) {
    Bytes command = header(Instruction::getResponse, 0, 0);
    command.push_back(std::byte{size});
    return command;
}

Bytes getCardNumber() {
    return {kForTheReader, std::byte{0xCA}, std::byte{0}, std::byte{0}, std::byte{0}};
}

Result<ChipReply> decodeReply(ByteView bytes) {
    if (bytes.size() < 2 || bytes.size() > kLongestReply)
        return garbled("length of a chip's reply");
    ByteReader reader(bytes);
    const ByteView data = TRY(reader.take(bytes.size() - 2));
    return ChipReply{data, TRY(reader.u16BigEndian())};
}

Result<ByteView> valueOf(ByteView record, std::uint8_t tag) {
    ByteReader reader(record);
    if (TRY(reader.u8()) != tag)
        return garbled("tag of a record");
    const std::uint8_t size = TRY(reader.u8());
    if (size != reader.remaining())
        return garbled("length of a record");
    return reader.take(size);
}

} // namespace kiosk::drivers::pcsc
