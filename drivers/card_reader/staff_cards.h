// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "drivers/device/device.h"

namespace kiosk::drivers {

/// Where staff lay their cards: tells which card lies there, by the number the card says of itself.
/// It can be copied, so whatever it opens wants a PIN as well.
///
/// Errors: "reader.gone" and "reader.silent" (technician). A card that says no number is no card
/// here: citizens' cards lie on many things.
class StaffCards : public Device {
public:
    static constexpr std::chrono::milliseconds kLongestCall{5000};

    /// The number of the card that lies there now, in lower-case hexadecimal; nothing without one.
    virtual Result<std::optional<std::string>> look(std::stop_token stop) = 0;
};

} // namespace kiosk::drivers
