// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/self_test.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "drivers/device/slot_report.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

/// Facts by group and name (health/report.h).
constexpr std::array<std::pair<const char*, const char*>, 3> kMustBeTrue{
    {{"configuration", "valid"}, {"assets", "complete"}, {"store", "writable"}}};
/// A device may be missing; its driver may not.
constexpr std::array<std::string_view, 3> kDriversFault{"device.died", "device.hung",
                                                        "process.not-started"};

bool isOpen(const json& device) {
    return device.value("state", "") == name(drivers::SlotReport::State::open);
}

bool wasOpen(const json& before, const std::string& part) {
    if (!before.is_object() || !before.contains("devices"))
        return false;
    return std::ranges::any_of(before["devices"], [&part](const json& device) {
        return device.value("part", "") == part && isOpen(device);
    });
}

std::unexpected<Error> notWorking(std::string_view code, const std::string& detail) {
    return fail(ErrorKind::unavailable, code, Remedy::technician, detail);
}

Result<> deviceWorks(const json& device, const json& before) {
    const std::string part = device.value("part", "");
    if (isOpen(device))
        return {};
    const std::string fault =
        device.contains("lastError") ? device["lastError"].value("code", "") : std::string();
    if (device.value("state", "") == name(drivers::SlotReport::State::hung) ||
        std::ranges::find(kDriversFault, fault) != kDriversFault.end())
        return notWorking("slot.driver", part + ": " + fault);
    if (wasOpen(before, part))
        return notWorking("slot.device", part + " worked before: " + fault);
    return {};
}

} // namespace

Result<> passesSelfTest(const json& health, const json& devices, const json& before) {
    for (const auto& [group, fact] : kMustBeTrue)
        if (health.at("facts").at(group).at(fact) != true)
            return notWorking("slot.kiosk", std::string(group) + " is not " + fact);
    for (const json& device : devices.at("devices"))
        TRY(deviceWorks(device, before));
    return {};
}

} // namespace kiosk::app
