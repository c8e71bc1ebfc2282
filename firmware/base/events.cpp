// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/events.h"

#include <algorithm>
#include <atomic>
#include <ctime>
#include <limits>

#include "firmware/base/error_codes.h"
#include "firmware/base/event_list.h"

namespace kiosk::events {

namespace {

static_assert([] {
    for (std::size_t i = 0; i < kEvents.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (numberOf(kEvents[i].id) == numberOf(kEvents[k].id))
                return false;
    return true;
}());

/// Whole numbers, so that a signal handler never waits for whoever writes one; of an event that is
/// being written just then it may see the time alone.
struct Cell {
    std::atomic<std::uint64_t> what{0}; ///< event and word
    std::atomic<std::int64_t> at{0};    ///< nanoseconds of the steady clock; 0: nothing yet
};
std::array<Cell, kRemembered> cells;
std::atomic<std::uint32_t> count{0};
static_assert(std::atomic<std::int64_t>::is_always_lock_free);
static_assert(std::atomic<std::uint64_t>::is_always_lock_free);

constexpr unsigned kWordBits = 32;

/// By the call that signal handlers may use too.
std::int64_t steadyNanoseconds() {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * std::int64_t{1'000'000'000} + now.tv_nsec;
}

Noted notedIn(const Cell& cell, std::int64_t now) {
    constexpr std::int64_t kMost = std::numeric_limits<std::uint32_t>::max();
    constexpr std::int64_t kPerMillisecond = 1'000'000;
    const std::uint64_t what = cell.what.load(std::memory_order_relaxed);
    const auto age = (now - cell.at.load(std::memory_order_relaxed)) / kPerMillisecond;
    return {static_cast<std::uint32_t>(what >> kWordBits), static_cast<std::uint32_t>(what),
            static_cast<std::uint32_t>(std::clamp<std::int64_t>(age, 0, kMost))};
}

/// What may be remembered of its first field.
std::span<const std::string_view> wordsOf(const Event& event) {
    const Field& first = event.fields.front();
    if (first.form == Form::word)
        return first.words;
    if (first.form == Form::code)
        return errorCodes();
    return {};
}

} // namespace

const Event* eventOf(const Noted& noted) {
    const auto found = std::ranges::find_if(
        kEvents, [&](const Event& event) { return numberOf(event.id) == noted.event; });
    return found == kEvents.end() ? nullptr : &*found;
}

std::string_view wordOf(const Event& event, const Noted& noted) {
    const auto words = wordsOf(event);
    const auto found = std::ranges::find(words, noted.word, numberOf);
    return found == words.end() ? "" : *found;
}

std::string_view wordOf(const Event& event, std::string_view text) {
    const auto words = wordsOf(event);
    const auto found = std::ranges::find(words, text);
    return found == words.end() ? "" : *found;
}

void note(const Event& event, std::string_view word) {
    const std::string_view known = wordOf(event, word);
    const std::uint32_t said = known.empty() ? 0 : numberOf(known);
    Cell& cell = cells[count.fetch_add(1, std::memory_order_relaxed) % kRemembered];
    cell.at.store(steadyNanoseconds(), std::memory_order_relaxed);
    cell.what.store(std::uint64_t{numberOf(event.id)} << kWordBits | said,
                    std::memory_order_relaxed);
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
