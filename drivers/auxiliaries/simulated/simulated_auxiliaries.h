// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>

#include "drivers/auxiliaries/auxiliaries.h"

namespace kiosk::drivers {

struct SimulatedAuxiliariesOptions {
    std::vector<Part> parts{Part::cardLight,   Part::paperLight,   Part::callLamp,
                            Part::cabinetDoor, Part::tamperSensor, Part::powerSupply,
                            Part::headset,     Part::callKey};
    /// How long next() waits; zero where a test or a bench moves the clock itself.
    std::chrono::milliseconds patience{1000};
};

/// A cabinet made of values, behind the real interface, for tests, the bench and a desk without
/// one. Thread-safe: the bench opens the door while a worker waits for a change.
class SimulatedAuxiliaries final : public Auxiliaries {
public:
    explicit SimulatedAuxiliaries(SimulatedAuxiliariesOptions options = {});

    /// From now on the cabinet stands like this; parts it lacks keep still.
    void become(const CabinetState& state);
    CabinetState standing() const;
    /// Shortly: on and off again.
    void pressCallKey();
    /// What an eye sees; dark while nobody drives it.
    FlashRate shown(Part light) const;
    /// From now on every call reports "auxiliaries.gone", and the lights are dark, until plug().
    void unplug();
    void plug();

    DeviceIdentity identity() const override;
    Result<> reset(std::stop_token stop) override;
    std::vector<Part> capabilities() const override { return options_.parts; }
    Result<> set(Part light, FlashRate rate, std::stop_token stop) override;
    Result<std::optional<CabinetChange>> next(std::stop_token stop) override;
    Result<CabinetState> state(std::stop_token stop) override;

private:
    enum class Plug { in, out };

    bool has(Part part) const;
    void follow(const CabinetState& state);
    Result<> ready(const std::stop_token& stop) const;
    /// What it knows after power-on: everything dark, no change to be told.
    void startAnew();

    const SimulatedAuxiliariesOptions options_;
    mutable std::mutex mutex_; ///< guards everything below
    std::condition_variable_any moved_;
    Plug plug_ = Plug::in;
    CabinetState standing_;
    CabinetState told_;
    std::deque<CabinetChange> untold_;
    std::map<Part, FlashRate> lights_;
};

} // namespace kiosk::drivers
