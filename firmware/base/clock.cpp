// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/clock.h"

namespace kiosk {

SteadyTime SystemClock::steady() const {
    return std::chrono::steady_clock::now();
}

WallTime SystemClock::wall() const {
    return std::chrono::system_clock::now();
}

} // namespace kiosk
