// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace kiosk::events {

/// What happens at a kiosk and is remembered for whoever asks why it ended: a closed list, without
/// a text of its own, so that no person can stand in it.
enum class Event : std::uint16_t { kioskReady, visitStep, deviceFault, deviceNews, staffMode };

/// The steps of a visit, in the order of visit::State, which takes its names from here.
inline constexpr std::array<std::string_view, 27> kVisitSteps{
    "start",        "identify",    "searching",    "choose",        "find",     "chooseMatter",
    "askingGrants", "opening",     "look",         "choosePurpose", "printing", "interrupted",
    "take",         "offerToKeep", "keeping",      "kept",          "scan",     "checkingCopy",
    "copyVerdict",  "trouble",     "outOfService", "secondPerson",  "help",     "companionCard",
    "holderCard",   "consent",     "confirmPrint"};

/// One of the list, declared in events.cpp.
struct Kind {
    Event event;
    std::string_view code; ///< "visitStep": stable
    std::string_view help; ///< one sentence
    /// What may be said beside it, a closed list too; empty: nothing.
    std::span<const std::string_view> words;
};
/// All, in the order of the enum.
std::span<const Kind> kinds();
const Kind& kindOf(Event event);

/// Its place among the event's words; nothing for what is none of them.
std::optional<std::uint16_t> wordOf(Event event, std::string_view word);

/// Remembers that it happened just now. From any thread; takes no lock and no memory.
void note(Event event, std::uint16_t word = 0);
/// With one of the event's words; any other word is not remembered, only the event.
void note(Event event, std::string_view word);

/// One that is remembered.
struct Noted {
    std::uint16_t event = 0; ///< may be beyond the list in what was read from a file
    std::uint16_t word = 0;
    std::uint32_t milliseconds = 0; ///< before it was asked for; the largest for more than 49 days
};
inline constexpr std::size_t kRemembered = 32;

/// The newest, oldest first, into `into`; says how many. Safe in a signal handler.
std::size_t recall(std::array<Noted, kRemembered>& into);

} // namespace kiosk::events
