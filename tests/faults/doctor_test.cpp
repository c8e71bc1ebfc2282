// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/app/kioskctl/command.h"
#include "tests/faults/fault.h"
#include "tests/faults/table.h"

// Each row is planted in a sound kiosk that does not run, and the real `kioskctl doctor` is asked.

namespace kiosk::faults {

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
