// SPDX-License-Identifier: Apache-2.0
#include "drivers/auxiliaries/simulated/simulated_auxiliaries.h"
#include "tests/conformance/auxiliaries/auxiliaries_rig.h"

namespace kiosk::tests {

namespace {

class SimulatedRig final : public AuxiliariesRig {
public:
    drivers::Auxiliaries& auxiliaries() override { return cabinet_; }
    void become(const drivers::CabinetState& state) override { cabinet_.become(state); }
    void pressCallKey() override { cabinet_.pressCallKey(); }
    drivers::FlashRate shown(drivers::Part light) override { return cabinet_.shown(light); }
    void unplug() override { cabinet_.unplug(); }
    void plugAndOpen() override { cabinet_.plug(); }

private:
    // Shorter than the usual second: the suite waits it out often.
    drivers::SimulatedAuxiliaries cabinet_{{.patience = std::chrono::milliseconds(10)}};
};

} // namespace

std::unique_ptr<AuxiliariesRig> makeAuxiliariesRig() {
    return std::make_unique<SimulatedRig>();
}

} // namespace kiosk::tests
