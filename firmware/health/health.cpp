// SPDX-License-Identifier: Apache-2.0
#include "firmware/health/health.h"

#include <algorithm>

#include "firmware/health/word_lists.h"

namespace kiosk::health {

std::string_view name(DeviceWord word) {
    return kDeviceWordNames[static_cast<std::size_t>(word)];
}

std::string_view name(Part part) {
    return kPartNames[static_cast<std::size_t>(part)];
}

std::optional<Part> partNamed(std::string_view name) {
    const auto found = std::ranges::find(kPartNames, name);
    if (found == kPartNames.end())
        return std::nullopt;
    return static_cast<Part>(found - kPartNames.begin());
}

std::string_view name(Layer layer) {
    return kLayerNames[static_cast<std::size_t>(layer)];
}

std::string_view name(ClockWord word) {
    return kClockWordNames[static_cast<std::size_t>(word)];
}

std::string_view name(KeyPlace place) {
    return kKeyPlaceNames[static_cast<std::size_t>(place)];
}

std::string_view name(AtRest word) {
    return kAtRestNames[static_cast<std::size_t>(word)];
}

std::string_view name(Trial trial) {
    return kTrialNames[static_cast<std::size_t>(trial)];
}

std::string_view name(TrialEnd end) {
    return kTrialEndNames[static_cast<std::size_t>(end)];
}

std::string_view name(StaffRole role) {
    return kStaffRoleNames[static_cast<std::size_t>(role)];
}

std::optional<StaffRole> roleNamed(std::string_view name) {
    const auto found = std::ranges::find(kStaffRoleNames, name);
    if (found == kStaffRoleNames.end())
        return std::nullopt;
    return static_cast<StaffRole>(found - kStaffRoleNames.begin());
}

const Device* deviceOf(const Health& health, Part part) {
    const auto found = std::ranges::find(health.devices, part, &Device::part);
    return found == health.devices.end() ? nullptr : &*found;
}

} // namespace kiosk::health
