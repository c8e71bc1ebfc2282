// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "firmware/base/clock.h"

namespace kiosk::visit {

/// The moments at which a kiosk at rest does what has time, so that it wakes up once for all of it:
/// with the minute of the clock on its screen, or so long after it.
struct Beat {
    const Clock& clock;
    std::chrono::milliseconds afterMinute{0}; ///< less than a minute
};

/// How long until the next multiple of `step` since the minute began, never nothing and never more
/// than `step`. Steps that divide a minute come to the same moments in each of them.
inline SteadyTime::duration untilBeat(WallTime now, std::chrono::milliseconds step,
                                      std::chrono::milliseconds afterMinute = {}) {
    const WallTime shifted = now - afterMinute;
    const auto since = shifted - std::chrono::floor<std::chrono::minutes>(shifted);
    return step - since % step;
}

} // namespace kiosk::visit
