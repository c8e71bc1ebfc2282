// SPDX-License-Identifier: Apache-2.0
#include "drivers/code_reader/hand_scanner/line_typing.h"

namespace kiosk::drivers::scanner {

std::optional<std::string> LineTyping::byte(std::byte byte, Moment at) {
    const auto letter = static_cast<char>(byte);
    if (letter == '\r' || letter == '\n' || letter == '\t')
        return text_.end(at);
    if (byte < std::byte{' '} || byte == std::byte{0x7F})
        text_.lose();
    else
        text_.add(letter, at);
    return std::nullopt;
}

} // namespace kiosk::drivers::scanner
