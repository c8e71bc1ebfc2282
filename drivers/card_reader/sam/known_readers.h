// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "drivers/transport/usb_interface.h"

namespace kiosk::drivers::sam {

/// USB ids under which SAM readers are sold. Whether pipes are split is read from the descriptors,
/// so a model needs no more than its line here.
inline constexpr std::array kKnownReaders{
    UsbId{0x0400, 0xC35A}, // the usual one: vendors' protocol page and two public drivers
    UsbId{0x0483, 0x5652}, // tried second by a vendor's Android kit
    UsbId{0x2B19, 0x0200}, // listed by a vendor's kit; not seen by us
};

} // namespace kiosk::drivers::sam
