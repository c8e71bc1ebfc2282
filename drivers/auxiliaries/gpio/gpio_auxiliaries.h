// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <filesystem>
#include <memory>
#include <optional>

#include "drivers/auxiliaries/gpio/gpio_lines.h"
#include "drivers/auxiliaries/gpio/gpio_profile.h"

namespace kiosk::drivers::gpio {

/// A cabinet whose lights and switches hang on lines of the board's own. It flashes and debounces
/// by itself, while it waits in next().
class GpioAuxiliaries final : public Auxiliaries {
public:
    /// Darkens the lights and looks at the rest. `clock` outlives it.
    static Result<std::unique_ptr<GpioAuxiliaries>> open(std::unique_ptr<GpioLines> lines,
                                                         GpioProfile profile, std::string port,
                                                         const Clock& clock);
    ~GpioAuxiliaries() override;
    GpioAuxiliaries(const GpioAuxiliaries&) = delete;
    GpioAuxiliaries& operator=(const GpioAuxiliaries&) = delete;

    DeviceIdentity identity() const override;
    Result<> reset(std::stop_token stop) override;
    AuxiliariesCapabilities capabilities() const override;
    Result<> set(Part light, FlashRate rate, std::stop_token stop) override;
    Result<std::optional<CabinetChange>> next(std::stop_token stop) override;
    Result<CabinetState> state(std::stop_token stop) override;

private:
    /// What is known of one line of the profile.
    struct Known {
        FlashRate rate = FlashRate::off; ///< of a light
        SteadyTime turnsAt{};            ///< the next time it flashes on or off
        Level level = Level::inactive;   ///< lit, or felt for certain
        std::optional<Edge> unsure;      ///< has not lasted long enough yet
    };

    GpioAuxiliaries(std::unique_ptr<GpioLines> lines, GpioProfile profile, std::string port,
                    const Clock& clock);
    Result<> darken();
    Result<> lookAtAll();
    Result<> findAll();
    Result<> drive(std::size_t line, Level level);
    Result<> flash();
    void hear(const Edge& edge);
    Result<> settle();
    void become(std::size_t line, Level level);
    CabinetState felt() const;
    CabinetChange tell();
    std::chrono::milliseconds untilSomethingIsDue(SteadyTime end) const;

    std::unique_ptr<GpioLines> lines_;
    const GpioProfile profile_;
    const std::string port_;
    const Clock& clock_;
    std::vector<Known> known_; ///< by index in the profile
    CabinetState state_;       ///< with all changes next() has told
    CabinetState heard_;       ///< with those that wait as well
    std::deque<CabinetChange> untold_;
};

/// Opens the lines that the profile in this file names. Errors: "gpio.profile", "gpio.no-access"
/// (configuration), "gpio.not-found" the chip, or a line of it, is not there, "gpio.busy" another
/// program holds it (technician).
Result<std::unique_ptr<Auxiliaries>> openGpio(const std::filesystem::path& profile);

} // namespace kiosk::drivers::gpio
