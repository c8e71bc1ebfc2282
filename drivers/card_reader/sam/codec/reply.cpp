// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/sam/codec/reply.h"

#include <algorithm>
#include <array>
#include <cinttypes>
#include <cstdio>

#include "drivers/card_reader/card_trouble.h"
#include "drivers/card_reader/sam/codec/frame.h"
#include "drivers/card_reader/sam/codec/status.h"

namespace kiosk::drivers::sam {

namespace {

/// Text 256, photo 1,024, big-endian; fingerprints where a third length stands.
constexpr std::array kLengths{std::byte{1}, std::byte{0}, std::byte{4}, std::byte{0}};
constexpr std::size_t kThirdLength = 2;
constexpr std::size_t kFingerprintSize = 1024;

struct Form {
    std::size_t lengths; ///< bytes before the record
    std::size_t fingerprints;

    std::size_t size() const { return lengths + kRecordSize + kPhotoSize + fingerprints; }
};
constexpr std::array kForms{Form{kLengths.size(), 0}, Form{kLengths.size() + kThirdLength, 0},
                            Form{kLengths.size() + kThirdLength, kFingerprintSize}};

const Form* formOf(ByteView data) {
    const auto form = std::ranges::find(kForms, data.size(), &Form::size);
    return form == kForms.end() ? nullptr : &*form;
}

bool saysItsLengths(ByteView data, const Form& form) {
    const ByteView lengths = data.first(form.lengths);
    const bool third = lengths.size() > kLengths.size();
    return std::ranges::equal(lengths.first(kLengths.size()), kLengths) &&
           (!third || (std::to_integer<std::size_t>(lengths[4]) << 8 |
                       std::to_integer<std::size_t>(lengths[5])) == form.fingerprints);
}

constexpr std::size_t kSamIdSize = 16;
/// The newest address has 70 bytes; all others have fewer.
constexpr std::size_t kMostOtherData = 128;

} // namespace

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

bool canAnswer(Command command, const Reply& reply) {
    if (command == kReadTextAndPhoto && reply.status == kDone)
        return formOf(reply.data) != nullptr;
    if (command == kReadNewestAddress && reply.status == kDone)
        return reply.data.size() == kNewestAddressSize;
    return reply.data.size() <= kMostOtherData;
}

std::size_t fingerprintBytes(Command command, const Reply& reply) {
    const Form* form = command == kReadTextAndPhoto ? formOf(reply.data) : nullptr;
    return form == nullptr ? 0 : form->fingerprints;
}

Result<CardData> decodeCardData(ByteView data) {
    const Form* form = formOf(data);
    if (form == nullptr || !saysItsLengths(data, *form))
        return std::unexpected(asError(CardTrouble::readFailed, "lengths of text and photo"));
    const ByteView card = data.subspan(form->lengths);
    return CardData{card.first(kRecordSize), card.subspan(kRecordSize, kPhotoSize)};
}

Result<std::string> formatSamNumber(ByteView data) {
    if (data.size() != kSamIdSize)
        return std::unexpected(asError(CardTrouble::garbled, "length of the module's number"));
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
