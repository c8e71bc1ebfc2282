// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/card_reader/sam_rig.h"
#include "tests/support/emulated_sam_reader.h"

namespace kiosk::tests {

namespace {

/// Linked twice: KIOSK_USB_FRAMING says which kind of reader is on the bus.
constexpr UsbFraming kFraming = UsbFraming::KIOSK_USB_FRAMING;

MockTestbed& testbed() {
    static MockTestbed bed;
    return bed;
}

class UsbRig final : public SamRig {
public:
    UsbRig() { open(); }
    ~UsbRig() override { reader_.reset(); }

    void unplug() override { device_.unplug(); }
    void plugAndOpen() override {
        reader_.reset();
        device_.plug();
        open();
    }

private:
    void open() { reader_ = drivers::sam::openSamUsb(timing()).value(); }

    EmulatedSamReader device_{testbed(), model_, kFraming};
};

} // namespace

std::unique_ptr<SamRig> makeSamRig() {
    return std::make_unique<UsbRig>();
}

} // namespace kiosk::tests
