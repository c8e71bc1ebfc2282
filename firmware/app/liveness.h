// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string_view>

#include "firmware/base/clock.h"

namespace kiosk::app {

/// How long the service manager waits for a sign of life before it ends this process (systemd's
/// WatchdogSec, sd_watchdog_enabled(3)); nothing where it waits for none, as on a desk.
std::optional<std::chrono::microseconds> watchdogTime();

/// The loop's proof that it turns. Told by the loop itself between two turns, never by a timer or a
/// thread of its own: what proves itself elsewhere proves nothing. It wakes nobody as long as the
/// loop turns once in half the time, as it does with each minute of the clock on its screen. Loop
/// thread only.
class Liveness {
public:
    using Tell = std::function<void()>; ///< "WATCHDOG=1"

    /// `allowed` as watchdogTime(); nothing: nobody is told, nothing is bounded.
    Liveness(const Clock& clock, std::optional<SteadyTime::duration> allowed, Tell tell);

    /// A turn is done: what was due was carried out and is shown. Told where the last proof is an
    /// eighth of the time old, so that a screen that moves does not tell with each frame.
    void turned();

    /// How long the loop may sleep now: the owner's own wait, but never past half of the time since
    /// the last proof.
    std::optional<std::chrono::milliseconds>
    sleepAtMost(std::optional<std::chrono::milliseconds> wish) const;

private:
    const Clock& clock_;
    std::optional<SteadyTime::duration> allowed_;
    Tell tell_;
    std::optional<SteadyTime> toldAt_;
};

} // namespace kiosk::app
