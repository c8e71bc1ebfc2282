// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "drivers/device/device.h"
#include "firmware/base/clock.h"

namespace kiosk::drivers {

/// How a slot and its device stand, for a technician.
struct SlotReport {
    enum class State {
        untried,    ///< nobody has needed it yet
        open,       ///< in use
        resetting,  ///< answered with a fault; reset at the next call
        waiting,    ///< closed; opened again when it is time
        technician, ///< left to a technician: see Care
        hung,       ///< a call into its driver has not come back
    };

    State state = State::untried;
    DeviceIdentity identity{};        ///< of the device that was opened last
    std::optional<Error> lastError{}; ///< the last that cost it, or kept it from being opened
    std::size_t faults = 0;           ///< not forgiven yet
    SteadyTime nextTry{};             ///< of one that is closed; from then on at the next call
};

std::string_view name(SlotReport::State state);

} // namespace kiosk::drivers
