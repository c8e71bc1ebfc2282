// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "firmware/staff/guided_tests.h"
#include "firmware/staff/soak_report.h"

namespace kiosk::staff {

/// What a soak works with; all of it outlives the soak.
struct SoakPlace {
    TestPlace at;
    const Clock& clock;
    Worker& worker; ///< for the store: takes as long as its disk
    /// Writes, syncs and drops a little in the state folder. On the worker.
    std::function<health::Outcome()> store;
    std::function<health::Footprint()> footprint; ///< on the loop
};

/// Works with the kiosk's parts again and again for a time that a person chose (G2): asks the
/// reader for a card and reads none, takes some of the camera's frames, asks the printer how it is
/// and prints nothing, writes to the disk; what hears of each round draws the screen anew. Counts
/// what fails, and what the process holds. Goes on whatever fails; ends by itself. Loop thread
/// only.
class Soak {
public:
    /// Of a part that is worked with for hours: once a second, and the disk, which wears, more
    /// seldom.
    static constexpr std::chrono::milliseconds kBetweenRounds{1000};
    static constexpr int kRoundsPerWrite = 10;
    static constexpr int kFrames = 5;

    /// Hears of it after each round, and once with its end. On the loop.
    using Tell = std::function<void(const SoakReport& report)>;

    Soak(SoakPlace place, Tell tell) : place_(std::move(place)), tell_(std::move(tell)) {}
    Soak(const Soak&) = delete;
    Soak& operator=(const Soak&) = delete;

    /// In place of one that is under way.
    void begin(std::chrono::minutes time);
    /// What is under way ends with the call that a device is busy with; told soon. Harmless while
    /// none is.
    void end(SoakEnd why);

private:
    struct Errand;
    static std::span<const Errand> errands();

    void round();
    void run(std::size_t errand);
    void rest();
    void finish(SoakEnd why);
    void tellSoon(SoakReport report);
    std::chrono::seconds lasted() const;

    SoakPlace place_;
    Tell tell_;
    std::optional<SoakMeter> meter_; ///< while one is under way
    SteadyTime began_{};
    unsigned turn_ = 0; ///< counts begins and ends: what comes for an earlier one counts for none
};

} // namespace kiosk::staff
