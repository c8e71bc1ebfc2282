// SPDX-License-Identifier: Apache-2.0
#include "firmware/health/diagnosis.h"

#include <algorithm>

namespace kiosk::health {

namespace {

constexpr std::string_view kRegion = "region";

/// Whether the sample has to do with the service, there.
bool carries(const Fact& fact, const Sample& sample, const Readiness& readiness) {
    return sample.carries.has(readiness.service) &&
           (fact.label != kRegion || sample.label == readiness.region);
}

void heed(Readiness& readiness, const Sample& sample) {
    if (sample.fault && !readiness.why) {
        readiness.ready = false;
        readiness.why = sample.fault;
    } else if (readiness.ready == true && (!sample.isKnown() || sample.pending)) {
        readiness.ready.reset();
    }
}

std::vector<Readiness> servicesOf(const Health& health) {
    std::vector<Readiness> services{{.service = Service::identify, .ready = true},
                                    {.service = Service::print, .ready = true},
                                    {.service = Service::verify, .ready = true}};
    for (const Region& region : health.regions)
        services.push_back(
            {.service = Service::lookUp, .region = region.code.text(), .ready = true});
    return services;
}

} // namespace

std::vector<Finding> findingsOf(const Health& health) {
    std::vector<Finding> findings;
    for (const Fact& fact : facts())
        for (const Sample& sample : fact.read(health))
            if (sample.fault)
                findings.push_back({idOf(fact), sample.label, *sample.fault, sample.carries});
    std::ranges::stable_partition(findings,
                                  [](const Finding& finding) { return !finding.stops.isEmpty(); });
    return findings;
}

std::vector<Readiness> readinessOf(const Health& health) {
    std::vector<Readiness> services = servicesOf(health);
    for (const Fact& fact : facts())
        for (const Sample& sample : fact.read(health))
            for (Readiness& readiness : services)
                if (carries(fact, sample, readiness))
                    heed(readiness, sample);
    return services;
}

bool isReady(const Health& health) {
    return std::ranges::all_of(readinessOf(health),
                               [](const Readiness& readiness) { return readiness.ready == true; });
}

} // namespace kiosk::health
