// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/recording/clean/sample_replies.h"

#include <algorithm>

#include "drivers/card_reader/sam/codec/record/record.h"
#include "tests/support/card_record.h"
#include "tests/support/sample_card.h"

namespace kiosk::tests {

namespace {

using namespace drivers::sam;
using drivers::IdCard;

constexpr std::size_t kFoundSize = 4;
constexpr std::size_t kSelectedSize = 8;
constexpr std::size_t kLetterAt = 248;    // in the record, of every layout
constexpr std::size_t kValidFromAt = 188; // likewise

std::optional<IdCard> sampleOfLayout(ByteView record) {
    const ByteView letter = record.subspan(kLetterAt, 2);
    if (letter[1] != std::byte{})
        return std::nullopt;
    switch (std::to_integer<char>(letter[0])) {
    case ' ':
    case '\0':
        return sampleCard();
    case 'J':
        return permitCard();
    case 'I':
        return foreignCard2017();
    case 'Y':
        return foreignCard2023();
    default: // a letter nobody knows
        return std::nullopt;
    }
}

/// As long as the whole: lengths, record, photo, fingerprints.
std::optional<Bytes> sampleCardData(ByteView data) {
    const auto parts = decodeCardData(data);
    const auto card = parts ? sampleOfLayout(parts->record) : std::nullopt;
    if (!card)
        return std::nullopt;
    Bytes record = encodeRecord(*card);
    if (!decodeRecord(*parts))
        record[kValidFromAt] = std::byte{'?'}; // damaged it was, damaged it stays
    Bytes sample(data.size());
    const auto lengths = parts->record.data() - data.data();
    auto next = std::copy(data.begin(), data.begin() + lengths, sample.begin());
    next = std::ranges::copy(record, next).out;
    std::ranges::copy(card->photo, next);
    return sample;
}

/// The newest address of the one sample person who moved.
Bytes sampleNewestAddress() {
    return encodeNewestAddress(otherCard());
}

std::optional<Bytes> ifAsLong(Bytes sample, ByteView data) {
    return sample.size() == data.size() ? std::optional(std::move(sample)) : std::nullopt;
}

} // namespace

Bytes sampleSamId() {
    return fromHex("0500030005b43201393000004e61bc00").value();
}

std::optional<Bytes> sampleReply(Command command, ByteView data) {
    if (data.empty())
        return Bytes();
    if (command == kFindCard)
        return ifAsLong(Bytes(kFoundSize), data);
    if (command == kSelectCard)
        return ifAsLong(Bytes(kSelectedSize), data);
    if (command == kReadSamId)
        return ifAsLong(sampleSamId(), data);
    if (command == kReadNewestAddress)
        return ifAsLong(sampleNewestAddress(), data);
    if (command == kReadTextAndPhoto)
        return sampleCardData(data);
    return std::nullopt;
}

} // namespace kiosk::tests
