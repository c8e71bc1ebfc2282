// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/table.h"

#include <catch2/catch.hpp>

#include "firmware/app/kioskctl/command.h"
#include "tests/faults/said.h"

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

} // namespace

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

} // namespace kiosk::faults
