// SPDX-License-Identifier: Apache-2.0
#include "drivers/auxiliaries/auxiliaries.h"

#include <algorithm>
#include <array>

namespace kiosk::drivers {

namespace {

constexpr std::array<std::string_view, kPartCount> kPartNames{
    "cardLight",    "paperLight",  "callLamp", "cabinetDoor",
    "tamperSensor", "powerSupply", "headset",  "callKey"};

} // namespace

std::vector<CabinetChange> changesBetween(const CabinetState& before, const CabinetState& after) {
    std::vector<CabinetChange> changes;
    CabinetState state = before;
    const auto follow = [&](Part part, auto CabinetState::* member) {
        if (state.*member == after.*member)
            return;
        state.*member = after.*member;
        changes.push_back({part, state});
    };
    follow(Part::cabinetDoor, &CabinetState::door);
    follow(Part::tamperSensor, &CabinetState::tamper);
    follow(Part::powerSupply, &CabinetState::power);
    follow(Part::headset, &CabinetState::headset);
    follow(Part::callKey, &CabinetState::callKey);
    return changes;
}

std::string_view name(Part part) {
    return kPartNames.at(static_cast<std::size_t>(part));
}

std::optional<Part> partNamed(std::string_view name) {
    const auto found = std::ranges::find(kPartNames, name);
    if (found == kPartNames.end())
        return std::nullopt;
    return static_cast<Part>(found - kPartNames.begin());
}

bool isLight(Part part) {
    return part == Part::cardLight || part == Part::paperLight || part == Part::callLamp;
}

std::string_view name(FlashRate rate) {
    switch (rate) {
    case FlashRate::off:
        break;
    case FlashRate::slow:
        return "slow";
    case FlashRate::quick:
        return "quick";
    case FlashRate::continuous:
        return "continuous";
    }
    return "off";
}

std::string_view name(CabinetDoor door) {
    return door == CabinetDoor::open ? "open" : "closed";
}

std::string_view name(TamperSensor sensor) {
    return sensor == TamperSensor::on ? "on" : "off";
}

std::string_view name(PowerSupply supply) {
    switch (supply) {
    case PowerSupply::mains:
        break;
    case PowerSupply::battery:
        return "battery";
    case PowerSupply::batteryLow:
        return "batteryLow";
    }
    return "mains";
}

std::string_view name(Headset headset) {
    return headset == Headset::present ? "present" : "notPresent";
}

std::string_view name(CallKey key) {
    return key == CallKey::on ? "on" : "off";
}

} // namespace kiosk::drivers
