// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "drivers/usb_guard/descriptors.h"

namespace kiosk::drivers {

/// One device on USB, known without opening it: from what the kernel read when it was plugged in.
/// Its texts are its own and not to be believed; what is no plain letter in them is "?".
struct UsbDevice {
    std::string port; ///< "1-1.2": bus and ports, the same after replugging in the same place
    std::string serial;
    UsbId id{};
    /// Nothing where its descriptors are not well formed.
    std::optional<std::vector<UsbInterfaceCode>> interfaces{};
};

/// "1-1.2 0400:c35a ff/00/00 08/06/50": who it is, for people.
std::string textOf(const UsbDevice& device);

/// All that is attached, also what the kernel was told not to use (authorized=0).
std::vector<UsbDevice> attachedUsbDevices();

/// The port of the USB device that a node ("/dev/video0") belongs to; nothing where it belongs to
/// none, or is not there.
std::optional<std::string> usbPortBehind(const std::string& node);

} // namespace kiosk::drivers
