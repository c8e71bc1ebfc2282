// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/emulated_usb_device.h"
#include "tests/support/receipt_printer_model.h"

namespace kiosk::tests {

/// The printer-class interface (07/01/02) around a receipt printer, as device 0dd4:0237.
class UsbReceiptPrinter final : public UsbFunction {
public:
    enum class Protocol : unsigned char { oneWay = 1, bidirectional = 2 };

    explicit UsbReceiptPrinter(ReceiptPrinterModel& model,
                               Protocol protocol = Protocol::bidirectional)
        : model_(model), protocol_(protocol) {}

    Bytes descriptors() const override;
    UsbReply control(const UsbSetup& setup) override;
    UsbReply bulkOut(std::uint8_t endpoint, ByteView bytes) override;
    UsbReply bulkIn(std::uint8_t endpoint, std::size_t most) override;

    /// What happens to the next transfer on a bulk pipe.
    enum class Next { normal, stall, nothing };
    void setNextOut(Next next) { nextOut_ = next; }
    void setNextIn(Next next) { nextIn_ = next; }
    void setPortStatus(unsigned status) { portStatus_ = std::byte(status); } ///< instead of its own
    int softResets() const { return softResets_; }

private:
    ReceiptPrinterModel& model_;
    Protocol protocol_;
    Next nextOut_ = Next::normal;
    Next nextIn_ = Next::normal;
    std::optional<std::byte> portStatus_;
    int softResets_ = 0;
};

} // namespace kiosk::tests
