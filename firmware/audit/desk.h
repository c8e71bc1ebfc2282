// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>

#include "firmware/audit/record.h"
#include "firmware/base/worker.h"

namespace kiosk::audit {

/// How the record stands, as far as the program that writes it knows.
struct Standing {
    /// Why it is not whole, by a quick look when it was opened, or why the last entry could not be
    /// written.
    std::optional<Error> trouble{};
    Tip last{}; ///< number 0: not known yet
};

/// Where a running program says what is to be recorded: returns at once, the disk is waited for on
/// a worker. What cannot be written is counted, and the next record that can says how many were
/// missed. A clock that was set is recorded before what happened next.
class Desk {
public:
    /// Opens the record with the first entry, on the worker: the key may have to be made.
    using Open = std::function<Result<Record>()>;
    /// Told of each entry that could not be written, and of a record that is not whole; on the
    /// worker.
    using Failed = std::function<void(const Error&)>;

    /// A clock further off than this was set.
    static constexpr std::chrono::seconds kClockMayDrift{5};

    /// `worker` is used for nothing else; it and `clock` outlive the desk, and the worker's jobs
    /// end before the desk does.
    Desk(Worker& worker, const Clock& clock, Open open, Failed failed);

    /// From any thread.
    void tell(Entry entry);
    /// Waits until all that was told is on the disk, or so long.
    void finish(std::chrono::milliseconds longest);
    /// From any thread.
    Standing standing() const;

private:
    Result<> open();
    void note(const Result<Tip>& last);
    void write(const Entry& entry, WallTime at, SteadyTime steady);
    Result<Tip> tryWrite(const Entry& entry, WallTime at, SteadyTime steady);
    std::optional<Entry> clockChange(WallTime at, SteadyTime steady) const;

    Worker& worker_;
    const Clock& clock_;
    Open open_;
    Failed failed_;
    // On the worker.
    std::optional<Record> record_;
    std::uint32_t missed_ = 0;
    std::optional<std::chrono::nanoseconds> offset_; ///< of the wall clock to the steady one
    std::optional<Error> notWhole_;                  ///< when it was opened first

    mutable std::mutex mutex_; ///< guards what is below
    Standing standing_;
};

} // namespace kiosk::audit
