// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "firmware/base/error.h"
#include "firmware/base/files.h"
#include "firmware/health/facts.h"
#include "tests/faults/devices.h"

namespace kiosk::faults {

/// One row of the table: what is done to a sound kiosk, and what the doctor must say first.
struct Fault {
    std::string_view what; ///< in a technician's words
    std::string_view code;
    Remedy actor;
    health::Services stops; ///< none: a warning
    std::function<void(Site&, Devices&)> plant;
};

inline constexpr health::Services kEverything{health::Service::identify, health::Service::print,
                                              health::Service::verify, health::Service::lookUp};

std::vector<Fault> deviceFaults();
std::vector<Fault> networkFaults();
std::vector<Fault> machineFaults();
std::vector<Fault> configurationFaults();
/// Planted in the real kiosk while it runs, and found when it is gone.
std::vector<Fault> endingFaults();

} // namespace kiosk::faults
