// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "drivers/transport/usb_interface.h"
#include "firmware/base/bytes.h"

namespace kiosk::drivers {

/// What a USB device says it is.
struct UsbOffer {
    UsbId id{};
    /// Every interface that it offers in any configuration and setting; each kind once, in order.
    std::vector<UsbInterfaceCode> interfaces{};
};

/// Longer than what any device of ours says of itself.
inline constexpr std::size_t kMostDescriptorBytes = 64U << 10;

/// Reads the descriptors of a device as sysfs gives them: its own, then each configuration whole
/// (USB 2.0, chapter 9.6). The system may make more of a careless description than we would, so
/// nothing is read past: whatever is not quite as the chapter has it is "device.descriptors"
/// (malformed, supplier).
Result<UsbOffer> parseDescriptors(ByteView bytes);

/// "0400:c35a".
std::string textOf(const UsbId& id);
/// "03/01/01": class, subclass and protocol.
std::string textOf(const UsbInterfaceCode& code);

} // namespace kiosk::drivers
