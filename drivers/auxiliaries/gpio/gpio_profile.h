// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "drivers/auxiliaries/auxiliaries.h"
#include "firmware/base/bytes.h"

namespace kiosk::drivers::gpio {

/// One line of the board and what hangs on it.
struct GpioLine {
    Part part = Part::cabinetDoor;
    /// Of the power supply alone: what it means that the line is active.
    PowerSupply power = PowerSupply::battery;
    std::string chip; ///< "gpiochip0", a path or a label
    unsigned line = 0;
    enum class Active { high, low } active = Active::high;
    std::chrono::milliseconds debounce{20}; ///< shorter is no change; of what is felt

    bool operator==(const GpioLine&) const = default;
};

using GpioProfile = std::vector<GpioLine>;

/// Reads a board's lines from a file (JSON, see this folder's README). Errors: "gpio.profile" with
/// what is wrong (configuration).
Result<GpioProfile> loadGpioProfile(const std::filesystem::path& file);
Result<GpioProfile> gpioProfileFrom(ByteView json);

} // namespace kiosk::drivers::gpio
