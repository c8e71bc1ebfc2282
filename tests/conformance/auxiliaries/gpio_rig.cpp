// SPDX-License-Identifier: Apache-2.0
#include "drivers/auxiliaries/gpio/gpio_auxiliaries.h"
#include "tests/conformance/auxiliaries/auxiliaries_rig.h"
#include "tests/support/fake_gpio_lines.h"

namespace kiosk::tests {

namespace {

using namespace drivers;
using namespace drivers::gpio;
using namespace std::chrono_literals;

GpioLine line(Part part, PowerSupply power = PowerSupply::battery) {
    return {.part = part, .power = power, .chip = "fake"};
}

/// A board with everything. The order is not that of the enum.
const GpioProfile kProfile{line(Part::callKey),
                           line(Part::cardLight),
                           line(Part::paperLight),
                           line(Part::callLamp),
                           line(Part::cabinetDoor),
                           line(Part::tamperSensor),
                           line(Part::powerSupply, PowerSupply::battery),
                           line(Part::powerSupply, PowerSupply::batteryLow),
                           line(Part::headset)};

bool isActive(const GpioLine& line, const CabinetState& state) {
    switch (line.part) {
    case Part::cabinetDoor:
        return state.door == CabinetDoor::open;
    case Part::tamperSensor:
        return state.tamper == TamperSensor::on;
    case Part::powerSupply:
        return state.power >= line.power;
    case Part::headset:
        return state.headset == Headset::present;
    case Part::callKey:
        return state.callKey == CallKey::on;
    case Part::cardLight:
    case Part::paperLight:
    case Part::callLamp:
        break;
    }
    return false;
}

/// The rules of the module on lines made of values.
class GpioRig final : public AuxiliariesRig {
public:
    GpioRig() { open(); }

    Auxiliaries& auxiliaries() override { return *module_; }
    void become(const CabinetState& state) override {
        for (std::size_t line = 0; line < kProfile.size(); ++line) {
            const Level level = isActive(kProfile[line], state) ? Level::active : Level::inactive;
            if (wires_.levelOf(line) != level)
                wires_.move(line, level);
        }
    }
    void pressCallKey() override {
        wires_.move(0, Level::active);
        wires_.move(0, Level::inactive, 60ms);
    }
    FlashRate shown(Part light) override {
        const auto line = static_cast<std::size_t>(
            std::ranges::find(kProfile, light, &GpioLine::part) - kProfile.begin());
        wires_.turns.clear();
        constexpr int kSeconds = 4;
        for (int second = 0; second < kSeconds; ++second)
            static_cast<void>(module_->next({}));
        const int turns = wires_.turns[line];
        if (turns == 0)
            return wires_.driven[line] == Level::active ? FlashRate::continuous : FlashRate::off;
        return turns <= kSeconds ? FlashRate::slow : FlashRate::quick;
    }
    void unplug() override { wires_.plugged = false; }
    void plugAndOpen() override {
        module_.reset();
        wires_.plugged = true;
        open();
    }

private:
    void open() {
        module_ = GpioAuxiliaries::open(std::make_unique<FakeGpioLines>(wires_), kProfile, "fake",
                                        wires_.clock)
                      .value();
    }

    FakeWires wires_;
    std::unique_ptr<GpioAuxiliaries> module_;
};

} // namespace

std::unique_ptr<AuxiliariesRig> makeAuxiliariesRig() {
    return std::make_unique<GpioRig>();
}

} // namespace kiosk::tests
