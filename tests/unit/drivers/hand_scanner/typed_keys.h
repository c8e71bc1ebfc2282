// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include <linux/input.h>

namespace kiosk::tests {

/// The events with which a scanner types these letters, a millisecond each, from `begin` (ms) on;
/// "\n" is Enter. Letters, digits, ':', '-' and '\n' alone. Written apart from the driver's table.
inline std::vector<input_event> typed(std::string_view text, long begin = 1000) {
    constexpr std::string_view kDigits = "1234567890";
    constexpr std::string_view kUpper = "qwertyuiop";
    constexpr std::string_view kHome = "asdfghjkl";
    constexpr std::string_view kLower = "zxcvbnm";
    std::vector<input_event> events;
    const auto add = [&](unsigned code, int value) {
        input_event event{};
        event.input_event_sec = begin / 1000;
        event.input_event_usec = begin % 1000 * 1000;
        event.type = EV_KEY;
        event.code = static_cast<std::uint16_t>(code);
        event.value = value;
        events.push_back(event);
    };
    for (const char letter : text) {
        const bool capital = letter >= 'A' && letter <= 'Z';
        const char plain = capital ? static_cast<char>(letter - 'A' + 'a') : letter;
        const auto in = [plain](std::string_view row, unsigned first) -> unsigned {
            const auto at = row.find(plain);
            return at == row.npos ? 0 : first + static_cast<unsigned>(at);
        };
        unsigned code = in(kDigits, 2) + in(kUpper, 16) + in(kHome, 30) + in(kLower, 44);
        code = letter == '\n' ? 28 : letter == ':' ? 39 : letter == '-' ? 12 : code;
        const bool shift = capital || letter == ':';
        if (shift)
            add(42, 1);
        add(code, 1);
        add(code, 0);
        if (shift)
            add(42, 0);
        ++begin;
    }
    return events;
}

} // namespace kiosk::tests
