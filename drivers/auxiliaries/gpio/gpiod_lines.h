// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>

#include "drivers/auxiliaries/gpio/gpio_lines.h"
#include "drivers/auxiliaries/gpio/gpio_profile.h"
#include "drivers/transport/stoppable_wait.h"

struct gpiod_chip;
struct gpiod_line;

namespace kiosk::drivers::gpio {

/// The lines of this machine, by libgpiod. They are ours alone while it lives.
class GpiodLines final : public GpioLines {
public:
    static Result<std::unique_ptr<GpiodLines>> open(const GpioProfile& profile);

    Result<Level> level(std::size_t line) override;
    Result<> drive(std::size_t line, Level level) override;
    Result<std::vector<Edge>> waitForEdges(std::chrono::milliseconds time,
                                           const std::stop_token& stop) override;

private:
    struct CloseChip {
        void operator()(gpiod_chip* chip) const; ///< releases its lines, too
    };

    GpiodLines() = default;
    Result<gpiod_chip*> chip(const std::string& name);
    Result<> request(const GpioLine& wanted);
    Result<> readEdges(std::size_t line, std::vector<Edge>& edges);

    std::map<std::string, std::unique_ptr<gpiod_chip, CloseChip>> chips_;
    std::vector<gpiod_line*> lines_; ///< by index in the profile; the chips own them
    std::vector<std::size_t> felt_;  ///< indices of those that are
    StoppableWait wait_;
};

} // namespace kiosk::drivers::gpio
