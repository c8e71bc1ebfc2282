// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/emulated_sam_reader.h"

namespace kiosk::tests {

inline constexpr const char* kShippedList = KIOSK_SOURCE_DIR "/assets/usb_devices.json";

/// The one testbed of this program.
inline MockTestbed& guardedBus() {
    static MockTestbed bed;
    return bed;
}

} // namespace kiosk::tests
