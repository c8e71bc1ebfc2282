// SPDX-License-Identifier: Apache-2.0
#include "drivers/device/device.h"

#include "drivers/device/slot_report.h"

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

std::string_view name(SlotReport::State state) {
    using enum SlotReport::State;
    switch (state) {
    case untried:
        return "untried";
    case open:
        return "open";
    case resetting:
        return "resetting";
    case waiting:
        return "waiting";
    case technician:
        return "technician";
    case hung:
        return "hung";
    }
    return "untried";
}

bool losesDevice(const Error& error) {
    return error.remedy() == Remedy::technician && error.kind() != ErrorKind::refused;
}

Error needsTechnician(const Error& fault) {
    return {ErrorKind::device, "device.needs-technician", Remedy::technician, fault.code()};
}

} // namespace kiosk::drivers
