// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "firmware/base/event.h"

/// The last events, for whoever asks why the kiosk ended. What is logged is what is remembered
/// (firmware/base/log.h): of one list, and without a text of its own.
namespace kiosk::events {

/// A text's number in records, the same in every version: FNV-1a, 32 bits.
constexpr std::uint32_t numberOf(std::string_view text) {
    std::uint32_t number = 0x811c9dc5U;
    for (const char c : text)
        number = (number ^ static_cast<unsigned char>(c)) * 0x01000193U;
    return number;
}

/// One that is remembered, by numbers.
struct Noted {
    std::uint32_t event = 0;        ///< of its id; 0: none
    std::uint32_t word = 0;         ///< of what was said in its first field; 0: nothing
    std::uint32_t milliseconds = 0; ///< before it was asked for; the largest for more than 49 days
};
inline constexpr std::size_t kRemembered = 32;

/// The newest, oldest first, into `into`; says how many. Safe in a signal handler.
std::size_t recall(std::array<Noted, kRemembered>& into);

/// The same in words of the list: null for numbers of none.
const Event* eventOf(const Noted& noted);
/// What was said in the first field of that event: a word of its list, or an error's code; empty
/// for anything else.
std::string_view wordOf(const Event& event, const Noted& noted);
/// As was read from a file: the text out of the list, or empty.
std::string_view wordOf(const Event& event, std::string_view text);

/// Remembers that it happened just now. From any thread; takes no lock and no memory. `word` was
/// said in its first field.
void note(const Event& event, std::string_view word);

} // namespace kiosk::events
