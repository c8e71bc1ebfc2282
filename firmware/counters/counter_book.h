// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <mutex>

#include "firmware/counters/counter_file.h"

namespace kiosk::counters {

/// Where a file that is damaged is put, beside its place; one that lay there before is replaced.
inline constexpr std::string_view kPutAsideName = "counters.json.damaged";

/// How the counters stand. What no device stands for is not known, which is not 0.
struct Standing {
    bool isThere = true;            ///< false: nobody has ever counted here
    std::optional<Error> trouble{}; ///< why they are not whole, or not written
    /// By part: the device that was opened last.
    std::map<std::string, Counted, std::less<>> parts{};
};

/// The counters of the kiosk's devices, kept in memory and written behind: whoever counts never
/// waits for the disk, and a loss of power costs what was counted since keep() at most.
///
/// A file that is damaged is put aside, and everything begins anew with today's date; "counters.
/// damaged" stands until the next start. One that cannot be read or put aside
/// ("counters.not-read"), or is a later system's ("counters.newer-form"), is left as it is: nothing
/// is counted then. From any thread.
class CounterBook : public std::enable_shared_from_this<CounterBook> {
public:
    struct Surroundings {
        std::filesystem::path file;
        std::function<std::chrono::year_month_day()> today; ///< from any thread
        /// Something is to be written: keep() is due some time later. Called on the thread that
        /// counts; returns at once.
        std::function<void()> stirred;
    };
    static std::shared_ptr<CounterBook> open(Surroundings surroundings);

    /// For the slot of this part, by the configuration's word.
    std::shared_ptr<drivers::Tally> tallyOf(std::string part);

    Standing standing() const;

    /// Writes what is new, if anything is. Takes as long as the disk; one caller at a time. What
    /// cannot be written stays to be written: "counters.not-written" (storage, technician).
    Result<> keep();

    /// Of a kiosk that does not run: reads, and changes nothing.
    static Standing standingIn(const std::filesystem::path& file);

private:
    class PartTally;
    explicit CounterBook(Surroundings surroundings) : around_(std::move(surroundings)) {}
    void read();
    bool putAside();
    void opened(const std::string& part, const drivers::DeviceIdentity& device);
    void count(const std::string& part, drivers::Count what, int more);
    /// With the mutex held: true when whoever writes has to hear of it.
    bool changed();

    const Surroundings around_;
    mutable std::mutex mutex_; ///< guards all below
    CountedParts parts_;
    std::string text_;     ///< of the file, as read or written last
    bool counts_ = true;   ///< false: the file is not ours to replace
    bool isDirty_ = false; ///< something is not written yet
    std::optional<Error> notRead_;
    std::optional<Error> notWritten_;
};

} // namespace kiosk::counters
