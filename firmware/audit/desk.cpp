// SPDX-License-Identifier: Apache-2.0
#include "firmware/audit/desk.h"

#include <future>

namespace kiosk::audit {

namespace {

std::chrono::nanoseconds offsetOf(WallTime at, SteadyTime steady) {
    return at.time_since_epoch() - std::chrono::nanoseconds(steady.time_since_epoch());
}

} // namespace

Desk::Desk(Worker& worker, const Clock& clock, Open open, Failed failed)
    : worker_(worker), clock_(clock), open_(std::move(open)), failed_(std::move(failed)) {}

void Desk::tell(Entry entry) {
    // When it happened, not when the disk came to it.
    worker_.submit([this, entry = std::move(entry), at = clock_.wall(), steady = clock_.steady()](
                       const std::stop_token&) { write(entry, at, steady); });
}

void Desk::finish(std::chrono::milliseconds longest) {
    const auto done = std::make_shared<std::promise<void>>();
    std::future<void> isDone = done->get_future();
    worker_.submit([done](const std::stop_token&) { done->set_value(); });
    isDone.wait_for(longest);
}

void Desk::write(const Entry& entry, WallTime at, SteadyTime steady) {
    const auto written = tryWrite(entry, at, steady);
    note(written);
    if (written)
        return;
    ++missed_;
    record_.reset(); // the key, too, is tried anew
    failed_(written.error());
}

void Desk::note(const Result<Tip>& last) {
    const std::scoped_lock lock(mutex_);
    standing_.trouble = last ? notWhole_ : std::optional(last.error());
    if (last)
        standing_.last = *last;
}

Standing Desk::standing() const {
    const std::scoped_lock lock(mutex_);
    return standing_;
}

/// Where there is no record yet it is made with the first entry.
Result<> Desk::open() {
    record_.emplace(TRY(open_()));
    if (const auto found = record_->look(); found && !notWhole_) {
        notWhole_ = errorOf(*found);
        if (notWhole_)
            failed_(*notWhole_);
    }
    return {};
}

Result<Tip> Desk::tryWrite(const Entry& entry, WallTime at, SteadyTime steady) {
    if (!record_)
        TRY(open());
    if (const auto change = clockChange(at, steady))
        TRY(record_->append(*change, at));
    offset_ = offsetOf(at, steady);
    if (missed_ > 0)
        TRY(record_->append(audit::entry<"record.missed">(missed_), at));
    missed_ = 0;
    return record_->append(entry, at);
}

std::optional<Entry> Desk::clockChange(WallTime at, SteadyTime steady) const {
    using std::chrono::abs;
    using std::chrono::seconds;
    if (!offset_)
        return std::nullopt;
    const auto moved = offsetOf(at, steady) - *offset_;
    if (abs(moved) < kClockMayDrift)
        return std::nullopt;
    const auto whole = std::chrono::round<seconds>(abs(moved)).count();
    return entry<"clock.changed">(whole, moved < moved.zero());
}

} // namespace kiosk::audit
