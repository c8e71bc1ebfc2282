// SPDX-License-Identifier: Apache-2.0
#include "firmware/health/readings.h"
#include "firmware/health/sampling.h"

namespace kiosk::health::reading {

namespace {

// A kiosk that was reachable for an hour of the day has sent what waited.
constexpr auto kQueueOld = std::chrono::days(1);

/// Of a layer that is broken. What is above the name is a region's own, and told as its answer; the
/// time is the clock's.
std::optional<Cause> causeOf(Layer layer) {
    switch (layer) {
    case Layer::link:
        return Cause("network.no-link", Remedy::attendant);
    case Layer::address:
        return Cause("network.no-address", Remedy::configuration);
    case Layer::name:
        return Cause("network.no-name", Remedy::configuration);
    default:
        return std::nullopt;
    }
}

} // namespace

Samples networkLayers(const Health& health) {
    Samples samples;
    for (std::size_t i = 0; i < kLayers; ++i) {
        const auto layer = static_cast<Layer>(i);
        Sample sample{.label = std::string(name(layer)), .value = valueOf(health.network[i])};
        if (health.network[i] == false)
            sample.fault = causeOf(layer);
        if (sample.fault)
            sample.carries = {Service::lookUp};
        samples.push_back(std::move(sample));
    }
    return samples;
}

Samples regionAnswers(const Health& health) {
    Samples samples;
    for (const Region& region : health.regions)
        samples.push_back({.label = region.code.text(),
                           .value = valueOf(region.answers),
                           .carries = {Service::lookUp},
                           .fault = region.answers ? region.answers->fault : std::nullopt});
    return samples;
}

Samples queueWaiting(const Health& health) {
    return once(health.queue.waiting);
}

Samples queueDead(const Health& health) {
    const bool some = health.queue.dead && *health.queue.dead > 0;
    return once(health.queue.dead, {}, faultIf(some, Cause("queue.given-up", Remedy::supplier)));
}

Samples queueOldest(const Health& health) {
    const bool old = health.queue.oldest && *health.queue.oldest > kQueueOld;
    return once(health.queue.oldest, {}, faultIf(old, Cause("queue.old", Remedy::technician)));
}

} // namespace kiosk::health::reading
