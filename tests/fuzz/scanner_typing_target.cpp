// SPDX-License-Identifier: Apache-2.0
#include "drivers/code_reader/code.h"
#include "drivers/code_reader/hand_scanner/key_typing.h"
#include "drivers/code_reader/hand_scanner/line_typing.h"
#include "tests/fuzz/input.h"

using namespace kiosk;
using namespace kiosk::drivers::scanner;

namespace {

void expectBounded(const std::optional<std::string>& text) {
    fuzz::expectAlways(!text || (!text->empty() && text->size() <= drivers::kLongestCode));
}

} // namespace

/// The bytes as a line, and three by three as keys: code, movement, time since the last one.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    LineTyping line;
    for (const std::byte byte : fuzz::input(data, size))
        expectBounded(line.byte(byte, {}));
    KeyTyping keys;
    std::chrono::milliseconds at{};
    for (std::size_t i = 0; i + 2 < size; i += 3) {
        at += std::chrono::milliseconds(data[i + 2]);
        const auto move = static_cast<KeyMove>(data[i + 1] % 3);
        data[i + 1] == 255 ? keys.lose() : expectBounded(keys.key(data[i], move, at));
    }
    return 0;
}
