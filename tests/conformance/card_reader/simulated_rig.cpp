// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/simulated/simulated_card_reader.h"
#include "tests/conformance/card_reader/reader_rig.h"

namespace kiosk::tests {

namespace {

class SimulatedRig final : public ReaderRig {
public:
    drivers::CardReader& reader() override { return reader_; }
    void lay(const drivers::IdCard& card) override { reader_.lay(card); }
    void lift() override { reader_.lift(); }
    void failNextRead(drivers::CardTrouble trouble) override { reader_.failNextRead(trouble); }
    void unplug() override { reader_.unplug(); }
    void plugAndOpen() override { reader_.plug(); }

private:
    drivers::SimulatedCardReader reader_;
};

} // namespace

std::unique_ptr<ReaderRig> makeReaderRig() {
    return std::make_unique<SimulatedRig>();
}

} // namespace kiosk::tests
