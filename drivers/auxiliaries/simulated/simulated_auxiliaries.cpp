// SPDX-License-Identifier: Apache-2.0
#include "drivers/auxiliaries/simulated/simulated_auxiliaries.h"

#include <algorithm>

#include "drivers/auxiliaries/auxiliaries_trouble.h"

namespace kiosk::drivers {

SimulatedAuxiliaries::SimulatedAuxiliaries(SimulatedAuxiliariesOptions options)
    : options_(std::move(options)) {}

void SimulatedAuxiliaries::become(const CabinetState& state) {
    const std::scoped_lock lock(mutex_);
    follow(state);
}

CabinetState SimulatedAuxiliaries::standing() const {
    const std::scoped_lock lock(mutex_);
    return standing_;
}

void SimulatedAuxiliaries::pressCallKey() {
    const std::scoped_lock lock(mutex_);
    CabinetState state = standing_;
    for (const CallKey key : {CallKey::on, CallKey::off}) {
        state.callKey = key;
        follow(state);
    }
}

FlashRate SimulatedAuxiliaries::shown(Part light) const {
    const std::scoped_lock lock(mutex_);
    const auto found = lights_.find(light);
    return found == lights_.end() ? FlashRate::off : found->second;
}

void SimulatedAuxiliaries::unplug() {
    const std::scoped_lock lock(mutex_);
    plug_ = Plug::out;
    startAnew();
    moved_.notify_all();
}

void SimulatedAuxiliaries::plug() {
    const std::scoped_lock lock(mutex_);
    plug_ = Plug::in;
    startAnew();
}

DeviceIdentity SimulatedAuxiliaries::identity() const {
    return {.module = "auxiliaries-simulated",
            .model = "Simulated cabinet",
            .serial = "",
            .firmware = "",
            .port = "simulated"};
}

Result<> SimulatedAuxiliaries::reset(std::stop_token stop) {
    const std::scoped_lock lock(mutex_);
    TRY(ready(stop));
    startAnew();
    return {};
}

Result<> SimulatedAuxiliaries::set(Part light, FlashRate rate, std::stop_token stop) {
    const std::scoped_lock lock(mutex_);
    TRY(ready(stop));
    if (!isLight(light) || !has(light))
        return std::unexpected(asError(AuxiliariesTrouble::noSuchLight, name(light)));
    lights_[light] = rate;
    return {};
}

Result<std::optional<CabinetChange>> SimulatedAuxiliaries::next(std::stop_token stop) {
    std::unique_lock lock(mutex_);
    TRY(ready(stop));
    moved_.wait_for(lock, stop, options_.patience,
                    [this] { return !untold_.empty() || plug_ == Plug::out; });
    TRY(ready(stop));
    if (untold_.empty())
        return std::nullopt;
    const CabinetChange change = untold_.front();
    untold_.pop_front();
    told_ = change.state;
    return change;
}

Result<CabinetState> SimulatedAuxiliaries::state(std::stop_token stop) {
    const std::scoped_lock lock(mutex_);
    TRY(ready(stop));
    return told_;
}

bool SimulatedAuxiliaries::has(Part part) const {
    return std::ranges::find(options_.parts, part) != options_.parts.end();
}

void SimulatedAuxiliaries::follow(const CabinetState& state) {
    const CabinetState before = standing_;
    const auto takeOver = [&](Part part, auto CabinetState::* member) {
        if (has(part))
            standing_.*member = state.*member;
    };
    takeOver(Part::cabinetDoor, &CabinetState::door);
    takeOver(Part::tamperSensor, &CabinetState::tamper);
    takeOver(Part::powerSupply, &CabinetState::power);
    takeOver(Part::headset, &CabinetState::headset);
    takeOver(Part::callKey, &CabinetState::callKey);
    std::ranges::move(changesBetween(before, standing_), std::back_inserter(untold_));
    moved_.notify_all();
}

Result<> SimulatedAuxiliaries::ready(const std::stop_token& stop) const {
    if (stop.stop_requested())
        return std::unexpected(asError(AuxiliariesTrouble::cancelled));
    if (plug_ == Plug::out)
        return std::unexpected(asError(AuxiliariesTrouble::gone));
    return {};
}

void SimulatedAuxiliaries::startAnew() {
    told_ = standing_;
    untold_.clear();
    lights_.clear();
}

} // namespace kiosk::drivers
