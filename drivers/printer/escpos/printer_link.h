// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <stop_token>
#include <string>

#include "drivers/device/device.h"
#include "drivers/transport/usb_connection.h"

namespace kiosk::drivers::escpos {

/// The wire to a receipt printer, whatever it is made of. One thread calls it; a call blocks at
/// most its timeout and returns within 50 ms once the token asks to stop.
class PrinterLink {
public:
    virtual ~PrinterLink() = default;
    virtual LinkResult<> write(ByteView bytes, std::chrono::milliseconds timeout,
                               const std::stop_token& stop) = 0;
    /// What has come, at least one byte.
    virtual LinkResult<Bytes> read(std::chrono::milliseconds timeout,
                                   const std::stop_token& stop) = 0;
    /// What the wire itself says of the printer; true where it says nothing.
    virtual LinkResult<bool> isReady(const std::stop_token& stop) = 0;
    /// Has the wire's own means thrown away what was sent and not printed, where it has one.
    virtual LinkResult<> reset(const std::stop_token& stop) = 0;
    virtual DeviceIdentity identity() const = 0;
};

/// `at` as UsbPrinter::open() has it; its errors.
Result<std::unique_ptr<PrinterLink>> openUsbLink(const std::string& at, const OpenUsb& openUsb);
/// `at` is a line, "/dev/ttyS1", 115200 baud unless it says another, "/dev/ttyS1,38400".
/// "printer.gone" (technician) where there is no such line, the other errors of SerialTransport.
Result<std::unique_ptr<PrinterLink>> openSerialLink(const std::string& at);

} // namespace kiosk::drivers::escpos
