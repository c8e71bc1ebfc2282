// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/counter_health.h"

namespace kiosk::app {

health::Counters counterHealthOf(const counters::Standing& standing) {
    health::Counters told;
    if (standing.trouble)
        told.kept = health::Outcome{health::Cause(*standing.trouble)};
    else if (standing.isThere)
        told.kept = health::Outcome{};
    for (const auto& [part, counted] : standing.parts)
        if (const auto named = health::partNamed(part))
            told.parts[static_cast<std::size_t>(*named)] =
                health::DeviceCounts{counted.counts, counted.since};
    return told;
}

health::Counters counterHealthIn(const std::filesystem::path& state) {
    return counterHealthOf(counters::CounterBook::standingIn(state / counters::kFileName));
}

} // namespace kiosk::app
