// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/health/readings.h"
#include "firmware/health/sampling.h"

namespace kiosk::health::reading {

namespace {

using ending::How;

// Whoever comes within a week is told of a crash. Where power is cut each evening nobody wants to
// hear of it for longer than it matters.
constexpr std::chrono::hours kCrashTold{7 * 24};
constexpr std::chrono::hours kPowerTold{24};

/// Nothing for one that was asked for.
std::optional<Cause> causeOf(How how) {
    switch (how) {
    case How::crashed:
        return Cause("ending.crashed", Remedy::supplier);
    case How::frozen:
        return Cause("ending.frozen", Remedy::supplier);
    case How::killed:
        return Cause("ending.killed", Remedy::technician);
    case How::powerLost:
        return Cause("ending.power-lost", Remedy::attendant);
    case How::none:
    case How::stopped:
        break;
    }
    return std::nullopt;
}

std::optional<std::chrono::seconds> ageOf(const Health& health) {
    const auto& at = health.lastEnd.at;
    if (!at || !health.at)
        return std::nullopt;
    // Never less than nothing, also where the clock was set back since.
    return std::max(std::chrono::floor<std::chrono::seconds>(*health.at - *at),
                    std::chrono::seconds(0));
}

} // namespace

Samples endHow(const Health& health) {
    const auto& how = health.lastEnd.how;
    const auto told = how == How::powerLost ? kPowerTold : kCrashTold;
    const bool isOld = ageOf(health).value_or(std::chrono::seconds(0)) > told;
    return once(how, {}, how && !isOld ? causeOf(*how) : std::nullopt);
}

Samples endAge(const Health& health) {
    return once(ageOf(health));
}

Samples endFault(const Health& health) {
    return once(health.lastEnd.fault);
}

Samples endPlace(const Health& health) {
    if (!health.lastEnd.how)
        return once(std::optional<Place>());
    if (!health.lastEnd.place)
        return {{.value = std::string("none")}};
    return once(health.lastEnd.place);
}

Samples endsUnasked(const Health& health) {
    return once(health.lastEnd.unasked);
}

} // namespace kiosk::health::reading
