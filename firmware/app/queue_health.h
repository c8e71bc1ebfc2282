// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/health/health.h"
#include "firmware/staff/facts.h"

namespace kiosk::app {

/// What waits, by number and age, for the kiosk's health.
inline health::Queue queueHealthOf(const staff::QueueFact& fact) {
    return {.waiting = static_cast<int>(fact.waiting),
            .dead = static_cast<int>(fact.dead),
            .oldest = fact.oldest.value_or(std::chrono::minutes(0))};
}

} // namespace kiosk::app
