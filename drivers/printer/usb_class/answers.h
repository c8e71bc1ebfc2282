// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "firmware/base/bytes.h"

/// What a device of the USB printer class answers (Universal Serial Bus Device Class Definition for
/// Printing Devices 1.1, section 4.2). Pure functions.
namespace kiosk::drivers::usb {

/// GET_PORT_STATUS, as a parallel port had it.
struct PortStatus {
    bool paperEmpty = false;
    bool selected = false; ///< many printers say so only once they have been given something
    bool error = false;

    bool operator==(const PortStatus&) const = default;
};

PortStatus toPortStatus(std::byte answer);

/// The text of a GET_DEVICE_ID answer, for parseDeviceId(). Two bytes of length that count
/// themselves stand before it; where they lie, all that came is taken.
std::string deviceIdText(ByteView answer);

} // namespace kiosk::drivers::usb
