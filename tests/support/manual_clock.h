// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/clock.h"

namespace kiosk::tests {

/// A clock that stands until a test moves it. Starts at 2026-11-23 10:00 UTC.
class ManualClock final : public Clock {
public:
    SteadyTime steady() const override { return steady_; }
    WallTime wall() const override { return wall_; }

    void advance(std::chrono::milliseconds by) {
        steady_ += by;
        wall_ += by;
    }
    /// A clock that was set: wall time jumps, steady time does not.
    void setWall(WallTime wall) { wall_ = wall; }

private:
    SteadyTime steady_{std::chrono::hours(1)};
    WallTime wall_ =
        std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(10);
};

} // namespace kiosk::tests
