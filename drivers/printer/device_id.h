// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kiosk::drivers {

/// What an IEEE 1284 device id says of a printer; empty where it does not. Printable UTF-8.
struct DeviceId {
    std::string manufacturer{};
    std::string model{};
    std::string serial{};
    std::string commandSets{}; ///< "ESC/POS", "PDF,PWGRaster"
};

/// Reads "MFG:Maker;MDL:Model;SN:1;CMD:ESC/POS;" as printers write it: keys short or long, in any
/// case and order, with blanks around, the last semicolon forgotten, bytes that are no text.
/// Nothing is an error: what cannot be read is not there.
DeviceId parseDeviceId(std::string_view text);

} // namespace kiosk::drivers
