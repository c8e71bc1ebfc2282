// SPDX-License-Identifier: Apache-2.0
#include "firmware/health/readings.h"
#include "firmware/health/sampling.h"

namespace kiosk::health::reading {

namespace {

/// Of each that was tried. Of the others there is nothing to be unknown; of a file that nobody
/// could read, all is.
template <typename Read>
Samples ofEachTried(const Health& health, const Read& read) {
    Samples samples;
    if (health.tried)
        for (const Tried& tried : *health.tried)
            samples.push_back({.label = std::string(name(tried.trial)), .value = read(tried)});
    return samples;
}

/// Until it is tried again and passes. One that is old, or was never made, is no fault.
std::optional<Cause> faultOf(const Tried& tried) {
    return faultIf(tried.end == TrialEnd::failed, Cause("test.failed", Remedy::technician));
}

Samples nobodyKnows() {
    Samples samples;
    for (std::size_t i = 0; i < kTrials; ++i)
        samples.push_back({.label = std::string(name(static_cast<Trial>(i)))});
    return samples;
}

} // namespace

Samples trialEnd(const Health& health) {
    if (!health.tried)
        return nobodyKnows();
    Samples samples;
    for (const Tried& tried : *health.tried)
        samples.push_back({.label = std::string(name(tried.trial)),
                           .value = valueOf(std::optional(tried.end)),
                           .fault = faultOf(tried)});
    return samples;
}

Samples trialTime(const Health& health) {
    return ofEachTried(health, [](const Tried& tried) {
        std::optional<std::chrono::seconds> at;
        if (tried.at)
            at = std::chrono::floor<std::chrono::seconds>(tried.at->time_since_epoch());
        return valueOf(at);
    });
}

Samples trialRole(const Health& health) {
    return ofEachTried(health, [](const Tried& tried) { return valueOf(tried.role); });
}

} // namespace kiosk::health::reading
