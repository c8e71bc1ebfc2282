// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/cabinet.h"

namespace kiosk::visit {

namespace {

using drivers::CabinetState;
using drivers::PowerSupply;

Error cabinetError(std::string_view code, Remedy remedy) {
    return {ErrorKind::device, code, remedy};
}

} // namespace

std::optional<Error> whyClosed(const CabinetState& cabinet) {
    if (cabinet.tamper == drivers::TamperSensor::on)
        return cabinetError("cabinet.tampered", Remedy::technician);
    if (cabinet.door == drivers::CabinetDoor::open)
        return cabinetError("cabinet.opened", Remedy::technician);
    if (cabinet.power == PowerSupply::batteryLow)
        return cabinetError("cabinet.battery-low", Remedy::technician);
    return std::nullopt;
}

std::optional<Error> whyNobodyBegins(const CabinetState& cabinet) {
    if (auto why = whyClosed(cabinet))
        return why;
    if (cabinet.power == PowerSupply::battery)
        return cabinetError("cabinet.on-battery", Remedy::wait);
    return std::nullopt;
}

} // namespace kiosk::visit
