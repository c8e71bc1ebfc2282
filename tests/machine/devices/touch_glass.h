// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/machine/devices/device_file.h"

namespace kiosk::machine {

/// A touch glass that the kernel plays (uinput): one finger by the protocol of slots
/// (Documentation/input/multi-touch-protocol, type B), over as many places as a screen has pixels.
/// It is plugged in as long as this object lives. Calls may fail with "machine.device-file"
/// (technician).
class TouchGlass {
public:
    static Result<TouchGlass> plug(int widthPx, int heightPx);

    Result<> press(int x, int y) const;
    Result<> letGo() const;

private:
    explicit TouchGlass(DeviceFile device) : device_(std::move(device)) {}

    DeviceFile device_;
};

} // namespace kiosk::machine
