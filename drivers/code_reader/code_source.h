// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>

#include "drivers/code_reader/code.h"
#include "drivers/device/device.h"

namespace kiosk::drivers {

/// A device that reads codes by itself: a hand scanner. Errors: "scanner.gone" (technician),
/// "scanner.no-access" and "scanner.not-a-scanner" (configuration), "scanner.busy" another program
/// has it (technician), "scanner.cancelled" (wait).
class CodeSource : public Device {
public:
    static constexpr std::chrono::milliseconds kLongestCall{5000};

    /// The next whole code, waiting for it at most 1 s; nothing when none came. Half a code is
    /// never told: what a pause, a pulled cable or its length breaks is dropped.
    virtual Result<std::optional<Code>> next(std::stop_token stop) = 0;
    /// For its counters (drivers/device/tally.h): a code that came.
    static bool isUse(const std::optional<Code>& code) { return code.has_value(); }
};

} // namespace kiosk::drivers
