// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/card_reader/sam_rig.h"
#include "tests/support/pty_sam_reader.h"

namespace kiosk::tests {

namespace {

class SerialRig final : public SamRig {
public:
    SerialRig() { open(); }
    ~SerialRig() override { reader_.reset(); }

    void unplug() override { device_.unplug(); }
    void plugAndOpen() override {
        reader_.reset();
        device_.plug();
        open();
    }

private:
    void open() {
        using namespace drivers::sam;
        reader_ = openSamSerial(device_.path(), kUsualBaud, timing()).value();
    }

    PtySamReader device_{model_};
};

} // namespace

std::unique_ptr<SamRig> makeSamRig() {
    return std::make_unique<SerialRig>();
}

} // namespace kiosk::tests
