// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/cabinet.h"

namespace kiosk::bench {

namespace {

template <typename Value>
drivers::CabinetState with(drivers::CabinetState state, Value drivers::CabinetState::* member,
                           Value value) {
    state.*member = value;
    return state;
}

} // namespace

std::optional<drivers::CabinetState> cabinetAfter(Happening what, drivers::CabinetState before) {
    using namespace drivers;
    using enum Happening;
    if (what == doorOpened || what == doorClosed)
        return with(before, &CabinetState::door,
                    what == doorOpened ? CabinetDoor::open : CabinetDoor::closed);
    if (what == tampered || what == tamperPutBack)
        return with(before, &CabinetState::tamper,
                    what == tampered ? TamperSensor::on : TamperSensor::off);
    if (what == mainsLost)
        return with(before, &CabinetState::power, PowerSupply::battery);
    if (what == batteryLow)
        return with(before, &CabinetState::power, PowerSupply::batteryLow);
    if (what == mainsBack)
        return with(before, &CabinetState::power, PowerSupply::mains);
    if (what == headsetPlugged || what == headsetPulled)
        return with(before, &CabinetState::headset,
                    what == headsetPlugged ? Headset::present : Headset::notPresent);
    return std::nullopt;
}

} // namespace kiosk::bench
