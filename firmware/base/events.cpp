// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/events.h"

#include <algorithm>
#include <atomic>
#include <ctime>
#include <limits>

#include "firmware/base/whereabouts.h"

namespace kiosk::events {

namespace {

using enum Event;

constexpr std::array<std::string_view, 2> kComing{"arrived", "left"};
constexpr std::array<std::string_view, 4> kStaffWords{"opened", "closed", "locked", "wrong PIN"};

constexpr std::array kKinds{
    Kind{kioskReady, "kioskReady", "The first screen is drawn.", {}},
    Kind{visitStep, "visitStep", "The visit goes on to this step.", kVisitSteps},
    Kind{deviceFault, "deviceFault", "A call into this device's driver failed.", kPlaceNames},
    Kind{deviceNews, "deviceNews", "Something was plugged in or out.", kComing},
    Kind{staffMode, "staffMode", "Somebody came to the staff's pages or left them.", kStaffWords},
};

static_assert([] {
    for (std::size_t i = 0; i < kKinds.size(); ++i)
        if (static_cast<std::size_t>(kKinds[i].event) != i)
            return false;
    return true;
}());

/// Whole numbers, so that a signal handler never waits for whoever writes one; of an event that is
/// being written just then it may see the time alone.
struct Cell {
    std::atomic<std::uint32_t> what{0}; ///< event and word
    std::atomic<std::int64_t> at{0};    ///< nanoseconds of the steady clock; 0: nothing yet
};
std::array<Cell, kRemembered> cells;
std::atomic<std::uint32_t> count{0};
static_assert(std::atomic<std::int64_t>::is_always_lock_free);

constexpr unsigned kWordBits = 16;

/// By the call that signal handlers may use too.
std::int64_t steadyNanoseconds() {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * std::int64_t{1'000'000'000} + now.tv_nsec;
}

Noted notedIn(const Cell& cell, std::int64_t now) {
    constexpr std::int64_t kMost = std::numeric_limits<std::uint32_t>::max();
    constexpr std::int64_t kPerMillisecond = 1'000'000;
    const std::uint32_t what = cell.what.load(std::memory_order_relaxed);
    const auto age = (now - cell.at.load(std::memory_order_relaxed)) / kPerMillisecond;
    return {static_cast<std::uint16_t>(what >> kWordBits), static_cast<std::uint16_t>(what),
            static_cast<std::uint32_t>(std::clamp<std::int64_t>(age, 0, kMost))};
}

} // namespace

std::span<const Kind> kinds() {
    return kKinds;
}

const Kind& kindOf(Event event) {
    return kKinds[static_cast<std::size_t>(event)];
}

std::optional<std::uint16_t> wordOf(Event event, std::string_view word) {
    const auto words = kindOf(event).words;
    const auto found = std::ranges::find(words, word);
    if (found == words.end())
        return std::nullopt;
    return static_cast<std::uint16_t>(found - words.begin());
}

void note(Event event, std::uint16_t word) {
    Cell& cell = cells[count.fetch_add(1, std::memory_order_relaxed) % kRemembered];
    cell.at.store(steadyNanoseconds(), std::memory_order_relaxed);
    cell.what.store(static_cast<std::uint32_t>(event) << kWordBits | word,
                    std::memory_order_relaxed);
}

void note(Event event, std::string_view word) {
    constexpr std::uint16_t kNone = std::numeric_limits<std::uint16_t>::max();
    note(event, wordOf(event, word).value_or(kNone));
}

std::size_t recall(std::array<Noted, kRemembered>& into) {
    const std::int64_t now = steadyNanoseconds();
    const std::uint32_t behind = count.load(std::memory_order_relaxed);
    const std::size_t held = std::min<std::size_t>(behind, kRemembered);
    for (std::size_t i = 0; i < held; ++i)
        into[i] = notedIn(cells[(behind - held + i) % kRemembered], now);
    return held;
}

} // namespace kiosk::events
