// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "drivers/device/tally.h"

namespace kiosk::tests {

/// Keeps what is counted of one place.
struct NotedTally final : drivers::Tally {
    drivers::Counts counts;
    std::vector<std::string> devices; ///< by their modules, as they were opened

    void opened(const drivers::DeviceIdentity& device) override {
        devices.push_back(device.module);
        count(drivers::Count::openings, 1);
    }
    void count(drivers::Count what, int more) override { counts[what] += more; }
};

} // namespace kiosk::tests
