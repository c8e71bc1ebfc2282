// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/conformance/card_reader/sam_rig.h"
#include "tests/support/emulated_sam_reader.h"

namespace kiosk::tests {

/// The SAM module and libusb at an emulated reader. Linked twice: KIOSK_USB_FRAMING says which kind
/// of reader is on the bus.
class UsbRig final : public SamRig {
public:
    UsbRig();
    ~UsbRig() override { reader_.reset(); }

    void unplug() override { device_.unplug(); }
    void plugAndOpen() override;

    /// Takes the reader off the bus and puts it back, unopened: as after a cable that came loose.
    void plugAnew();
    /// Opens the reader on the bus for those who wait for nothing: no byte is left over from
    /// before.
    Result<> openAtOnce();
    EmulatedSamReader& device() { return device_; }
    /// The bus, for other devices on it.
    static MockTestbed& testbed();

private:
    EmulatedSamReader device_{testbed(), model_, UsbFraming::KIOSK_USB_FRAMING};
};

} // namespace kiosk::tests
