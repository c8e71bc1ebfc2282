// SPDX-License-Identifier: Apache-2.0
#include "drivers/auxiliaries/serial_board/codec/line.h"
#include "drivers/auxiliaries/serial_board/codec/words.h"
#include "tests/fuzz/input.h"

using namespace kiosk;
using namespace kiosk::drivers::serial_board;

/// The first byte says where the bytes are cut in two; the rest is what came from a cabinet board,
/// read as far down as it makes sense. What is a line is written as it was read.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const ByteView received = fuzz::input(data, size).subspan(1);
    const std::size_t cut = received.empty() ? 0 : data[0] % (received.size() + 1);
    LineCutter cutter;
    cutter.feed(received.first(cut));
    cutter.feed(received.subspan(cut));
    while (const auto line = cutter.take()) {
        const Bytes written = encode(*line);
        fuzz::expectAlways(written.size() <= kLongestLine);
        LineCutter again;
        again.feed(written);
        fuzz::expectAlways(again.take() == line);
        static_cast<void>(descriptionFrom(std::span(line->words).subspan(1)));
        for (const std::string& word : line->words)
            if (const auto change = drivers::serial_board::changeFrom({}, word))
                fuzz::expectAlways(wordOf(change->part, change->state) == word);
    }
    return 0;
}
