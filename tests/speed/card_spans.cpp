// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/sam/codec/frame.h"
#include "drivers/card_reader/sam/codec/record/record.h"
#include "drivers/card_reader/sam/codec/reply.h"
#include "tests/speed/span.h"
#include "tests/support/card_record.h"
#include "tests/support/sample_card.h"

namespace kiosk::speed {

namespace {

using namespace drivers::sam;

/// Full-speed USB brings a reply in packets of this size.
constexpr std::size_t kPacket = 64;

Bytes cardReply() {
    Bytes payload = fromHex("00009001000400").value(); // done, 256 bytes of text, 1,024 of photo
    const Bytes record = tests::encodeRecord(tests::sampleCard());
    payload.insert(payload.end(), record.begin(), record.end());
    payload.resize(payload.size() + kPhotoSize);
    return encodeFrame(payload);
}

Result<> readOver(ByteView wire) {
    FrameParser parser;
    for (; !wire.empty(); wire = wire.subspan(std::min(kPacket, wire.size())))
        parser.feed(wire.first(std::min(kPacket, wire.size())));
    const Reply reply = TRY(decodeReply(parser.payload()));
    TRY(decodeRecord(TRY(decodeCardData(reply.data))));
    return {};
}

Result<Action> prepareRead() {
    return [wire = cardReply()] { return readOver(wire); };
}

} // namespace

std::vector<Span> cardSpans() {
    return {{"card.decode", "1,295 bytes in packets of 64 to checked fields", prepareRead}};
}

} // namespace kiosk::speed
