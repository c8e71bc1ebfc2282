// SPDX-License-Identifier: Apache-2.0
#include "drivers/auxiliaries/gpio/gpio_auxiliaries.h"
#include "drivers/auxiliaries/gpio/gpiod_lines.h"

namespace kiosk::drivers::gpio {

Result<std::unique_ptr<Auxiliaries>> openGpio(const std::filesystem::path& file) {
    static const SystemClock clock;
    const GpioProfile profile = TRY(loadGpioProfile(file));
    std::unique_ptr<GpioLines> lines = TRY(GpiodLines::open(profile));
    return GpioAuxiliaries::open(std::move(lines), profile, profile.front().chip, clock);
}

} // namespace kiosk::drivers::gpio
