// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/app/kioskctl/command.h"
#include "tests/faults/fault.h"
#include "tests/faults/said.h"

// Each row is planted in a sound kiosk that does not run, and the real `kioskctl doctor` is asked.

namespace kiosk::faults {

namespace {

std::string namesOf(const health::Services& services) {
    std::string names;
    for (const health::Service service : {health::Service::identify, health::Service::print,
                                          health::Service::verify, health::Service::lookUp})
        if (services.has(service))
            names.append(" ").append(name(service));
    return names;
}

void checkRow(const Fault& fault, Site& site) {
    const Told told = site.doctor();
    const std::string due = std::string(fault.code) + " " + std::string(name(fault.actor));
    CAPTURE(fault.what, told.text, told.complaint);
    CHECK(firstOf(told.report) == due + namesOf(fault.stops));
    CHECK(told.text.find("\n1. " + std::string(fault.code) + " (" + std::string(name(fault.actor)) +
                         ": " + std::string(advice(fault.actor)) + ")") != std::string::npos);
    CHECK(told.exitCode == (fault.stops.isEmpty() ? app::kExitDone : app::kExitNotValid));
}

/// Plants each in a kiosk of its own, and puts the world right again.
void checkTable(const std::vector<Fault>& faults) {
    for (const Fault& fault : faults) {
        DYNAMIC_SECTION(fault.what) {
            Site site;
            Devices devices;
            devices.addTo(site);
            fault.plant(site, devices);
            if (!site.around.spaces.empty() && !lendsSpaces())
                WARN("left out, this machine lends no name spaces: " << fault.what);
            else
                checkRow(fault, site);
            surroundings().putRight();
        }
    }
}

} // namespace

TEST_CASE("D12 of a sound kiosk the doctor says that nothing is wrong") {
    Site site;
    Devices devices;
    devices.addTo(site);
    const Told told = site.doctor();
    CAPTURE(told.text, told.complaint);
    CHECK(told.exitCode == app::kExitDone);
    CHECK(told.report["findings"].empty());
    CHECK(told.text.find("\nNothing is wrong.\n") != std::string::npos);
}

TEST_CASE("D12 the table counts more than thirty faults") {
    std::size_t count = 0;
    for (auto* faults : {deviceFaults, networkFaults, machineFaults, configurationFaults})
        count += faults().size();
    CHECK(count >= 30);
}

TEST_CASE("D12 the doctor names cause and actor of each fault of a device") {
    checkTable(deviceFaults());
}

TEST_CASE("G8 the doctor names cause and actor of each broken layer of the network") {
    checkTable(networkFaults());
}

TEST_CASE("D12 the doctor names cause and actor of a disk, a board, a clock and a trust list") {
    checkTable(machineFaults());
}

TEST_CASE("O3 the doctor names cause and actor of each fault of a configuration") {
    checkTable(configurationFaults());
}

} // namespace kiosk::faults
