// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/fact_desk.h"

#include "firmware/staff/test_book.h"

namespace kiosk::staff {

FactDesk::FactDesk(StaffPlace& place, std::function<void(const Facts&)> told)
    : place_(place), told_(std::move(told)), health_(place_.health) {
    for (const visit::RegionLink& link : place_.at.regions)
        facts_.regionNames[link.authority.region().code] = link.authority.region().name;
}

void FactDesk::gather() {
    tell();
    health_.ask([this] { place_.at.loop.post([this] { tell(); }); });
    askResults();
}

void FactDesk::askResults() {
    place_.worker.submit([this](const std::stop_token&) {
        const auto results = testResults(place_.state / kTestsFileName);
        const auto soak = soakResult(place_.state / kTestsFileName);
        if (!results || !soak)
            return;
        place_.at.loop.post([this, results = *results, soak = *soak] {
            facts_.tests = results;
            facts_.soak = soak;
            tell();
        });
    });
}

void FactDesk::tell() {
    facts_.health = health_.known();
    facts_.refusedConfiguration = place_.refusedConfiguration;
    if (place_.parts)
        facts_.parts = place_.parts->book->report();
    told_(facts_);
}

} // namespace kiosk::staff
