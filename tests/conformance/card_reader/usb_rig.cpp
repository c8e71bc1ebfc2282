// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/card_reader/usb_rig.h"

namespace kiosk::tests {

MockTestbed& UsbRig::testbed() {
    static MockTestbed bed;
    return bed;
}

UsbRig::UsbRig() {
    reader_ = drivers::sam::openSamUsb(timing()).value();
}

void UsbRig::plugAndOpen() {
    plugAnew();
    reader_ = drivers::sam::openSamUsb(timing()).value();
}

void UsbRig::plugAnew() {
    reader_.reset();
    device_.unplug();
    device_.plug();
}

Result<> UsbRig::openAtOnce() {
    drivers::sam::SamTiming hasty = timing();
    hasty.quiet = std::chrono::milliseconds(0);
    reader_ = TRY(drivers::sam::openSamUsb(hasty));
    return {};
}

std::unique_ptr<SamRig> makeSamRig() {
    return std::make_unique<UsbRig>();
}

} // namespace kiosk::tests
