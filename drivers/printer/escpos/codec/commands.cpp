// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/escpos/codec/commands.h"

#include <algorithm>

namespace kiosk::drivers::escpos {

namespace {

Bytes bytes(std::initializer_list<unsigned> values) {
    Bytes made;
    for (const unsigned value : values)
        made.push_back(static_cast<std::byte>(value));
    return made;
}

unsigned low(std::size_t value) {
    return value & 0xFFU;
}
unsigned high(std::size_t value) {
    return value >> 8U & 0xFFU;
}

/// Bytes of a row up to its last black dot.
std::size_t inked(ByteView row) {
    while (!row.empty() && row.back() == std::byte{})
        row = row.first(row.size() - 1);
    return row.size();
}

/// DLE EOT, DLE ENQ and DLE DC4 begin real-time commands.
bool beginsCommand(std::byte first, std::byte second) {
    constexpr std::byte kDle{0x10};
    constexpr std::byte kEot{0x04};
    constexpr std::byte kEnq{0x05};
    constexpr std::byte kDc4{0x14};
    return first == kDle && (second == kEot || second == kEnq || second == kDc4);
}

void hideCommands(std::span<std::byte> picture) {
    constexpr std::byte kOneDotMore{0x02};
    for (std::size_t at = 1; at < picture.size(); ++at)
        if (beginsCommand(picture[at - 1], picture[at]))
            picture[at] |= kOneDotMore;
}

} // namespace

Bytes askStatus(StatusPart part) {
    return bytes({0x10, 0x04, static_cast<unsigned>(part)});
}

Bytes prepare() {
    return bytes({0x1B, 0x40, 0x1C, 0x2E, 0x1D, 0x61, 0x00});
}

Bytes band(const Dots& dots, std::size_t first, std::size_t rows) {
    const auto row = [&dots](std::size_t number) {
        return ByteView(dots.bytes).subspan(number * dots.bytesPerRow, dots.bytesPerRow);
    };
    const std::size_t end = std::min(first + rows, dots.rows);
    std::size_t width = 1; // none at all is no picture
    for (std::size_t number = first; number < end; ++number)
        width = std::max(width, inked(row(number)));
    Bytes command = bytes(
        {0x1D, 0x76, 0x30, 0x00, low(width), high(width), low(end - first), high(end - first)});
    const std::size_t head = command.size();
    for (std::size_t number = first; number < end; ++number) {
        const ByteView part = row(number).first(width);
        command.insert(command.end(), part.begin(), part.end());
    }
    hideCommands(std::span(command).subspan(head));
    return command;
}

Bytes cut() {
    return bytes({0x1D, 0x56, 0x42, 0x00});
}

Bytes askDone() {
    return bytes({0x1D, 0x72, 0x01});
}

Bytes forgetAll() {
    return bytes({0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08});
}

Bytes recoverAll() {
    return bytes({0x10, 0x05, 0x02});
}

} // namespace kiosk::drivers::escpos
