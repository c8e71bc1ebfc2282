// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/sandbox/simulated_authority.h"
#include "tests/unit/sandbox/region_testbed.h"

namespace kiosk::sandbox {

namespace {

struct Simulation {
    RegionTestbed bed;
    FaultSwitch faults;
    SimulatedAuthority authority{*bed.service, faults};
    std::string identifier = bed.first(people()[0]).identifier;

    std::string searchError() {
        const auto answer = authority.search(people()[0], {});
        return answer ? "none" : answer.error().code();
    }
};

} // namespace

TEST_CASE("O5 each fault shows as the error a client would see") {
    Simulation simulation;
    const std::pair<PlatformFault, std::string> kExpected[] = {
        {PlatformFault::none, "none"},
        {PlatformFault::refused, "authority.refused"},
        {PlatformFault::outOfService, "authority.out-of-service"},
        {PlatformFault::garbled, "authority.garbled"},
        {PlatformFault::dropBeforeCommit, "authority.unreachable"},
        {PlatformFault::dropAfterCommit, "authority.unreachable"},
        {PlatformFault::down, "authority.unreachable"},
        {PlatformFault::wrongCertificate, "authority.untrusted"},
    };
    for (const auto& [fault, code] : kExpected) {
        simulation.faults.set(fault);
        CHECK(simulation.searchError() == code);
        CHECK(faultNamed(name(fault)) == fault);
    }
    CHECK(faultNamed("sunspots").error().code() == "sandbox.unknown-fault");
}

TEST_CASE("O5 a fault set for one call is over after it") {
    Simulation simulation;
    simulation.faults.set(PlatformFault::down, 1);
    CHECK(simulation.searchError() == "authority.unreachable");
    CHECK(simulation.searchError() == "none");
}

TEST_CASE("Q2 a reservation whose answer was lost is found again by its key") {
    Simulation simulation;
    simulation.faults.set(PlatformFault::dropAfterCommit, 1);
    CHECK_FALSE(simulation.authority.reserveCopy(
        simulation.bed.wishFor(simulation.identifier, "key-1"), {}));
    const auto again =
        simulation.authority.reserveCopy(simulation.bed.wishFor(simulation.identifier, "key-1"), {})
            .value();
    const auto copies = simulation.bed.service->copies().value();
    REQUIRE(copies.size() == 1);
    CHECK(copies[0].number == again.code.copyNumber);
}

TEST_CASE("Q2 a call dropped before the commit left nothing") {
    Simulation simulation;
    simulation.faults.set(PlatformFault::dropBeforeCommit, 1);
    CHECK_FALSE(simulation.authority.reserveCopy(
        simulation.bed.wishFor(simulation.identifier, "key-1"), {}));
    CHECK(simulation.bed.service->copies()->empty());
}

} // namespace kiosk::sandbox
