// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/iso_time.h"
#include "firmware/health/readings.h"
#include "firmware/health/sampling.h"

namespace kiosk::health::reading {

namespace {

using drivers::Count;

const std::optional<DeviceCounts>& countsOf(const Health& health, Part part) {
    return health.counters.parts[static_cast<std::size_t>(part)];
}

bool takesSheets(Part part) {
    return part == Part::printer || part == Part::receiptPrinter;
}

Sample sampleOf(const Health& health, Part part, Count count) {
    Sample sample{.label = std::string(name(part))};
    if (const auto& counted = countsOf(health, part))
        sample.value = counted->counts[count];
    return sample;
}

Samples ofEach(const Health& health, Count count) {
    Samples samples;
    for (const Part part : partsOf(health))
        if (count != Count::sheets || takesSheets(part))
            samples.push_back(sampleOf(health, part, count));
    return samples;
}

} // namespace

/// Nobody is served worse for it: it is for whoever looks after the devices.
Samples countersKept(const Health& health) {
    const auto& kept = health.counters.kept;
    return once(kept, {}, kept ? kept->fault : std::nullopt);
}

Samples deviceOpenings(const Health& health) {
    return ofEach(health, Count::openings);
}

Samples deviceUses(const Health& health) {
    return ofEach(health, Count::uses);
}

Samples deviceSheets(const Health& health) {
    return ofEach(health, Count::sheets);
}

Samples deviceFailures(const Health& health) {
    return ofEach(health, Count::failures);
}

Samples deviceCountedSince(const Health& health) {
    Samples samples;
    for (const Part part : partsOf(health)) {
        samples.push_back({.label = std::string(name(part))});
        if (const auto& counted = countsOf(health, part))
            samples.back().value = isoDate(counted->since);
    }
    return samples;
}

} // namespace kiosk::health::reading
