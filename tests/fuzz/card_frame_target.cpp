// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/sam/codec/frame.h"
#include "drivers/card_reader/sam/codec/record/record.h"
#include "drivers/card_reader/sam/codec/reply.h"
#include "tests/fuzz/input.h"

using namespace kiosk;
using namespace kiosk::drivers::sam;

/// The first byte says where the bytes are cut in two, as a serial line may do anywhere; the rest
/// is what came from the reader, read as far down as it makes sense.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const ByteView received = fuzz::input(data, size).subspan(1);
    const std::size_t cut = received.empty() ? 0 : data[0] % (received.size() + 1);
    FrameParser parser;
    parser.feed(received.first(cut));
    parser.feed(received.subspan(cut));
    if (parser.state() != FrameParser::State::complete)
        return 0;
    fuzz::expectAlways(parser.payload().size() < kLongestReply);
    const auto reply = decodeReply(parser.payload());
    if (!reply)
        return 0;
    static_cast<void>(formatSamNumber(reply->data));
    if (const auto card = decodeCardData(reply->data))
        static_cast<void>(decodeRecord(*card));
    return 0;
}
