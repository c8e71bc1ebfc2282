// SPDX-License-Identifier: Apache-2.0
#include "drivers/device/device.h"

namespace kiosk::drivers {

std::string_view name(DeviceState state) {
    switch (state) {
    case DeviceState::online:
        return "online";
    case DeviceState::offline:
        return "offline";
    case DeviceState::noDevice:
        return "noDevice";
    case DeviceState::hardwareError:
        return "hardwareError";
    case DeviceState::userError:
        return "userError";
    case DeviceState::busy:
        return "busy";
    }
    return "hardwareError";
}

bool losesDevice(const Error& error) {
    return error.remedy() == Remedy::technician && error.kind() != ErrorKind::refused;
}

Error needsTechnician(const Error& fault) {
    return {ErrorKind::device, "device.needs-technician", Remedy::technician, fault.code()};
}

} // namespace kiosk::drivers
