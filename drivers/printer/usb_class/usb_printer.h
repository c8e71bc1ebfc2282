// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "drivers/device/device.h"
#include "drivers/printer/usb_class/answers.h"
#include "drivers/transport/usb_transport.h"

namespace kiosk::drivers::usb {

/// A device of the USB printer class (07/01) as a wire: bytes both ways, the port's status, a soft
/// reset. What the bytes mean is the affair of the module above. One thread calls it.
class UsbPrinter {
public:
    /// `at` names one of several: its port ("1-1.2"), its ids ("0dd4:0237"), or "" for the first
    /// that answers (protocol 02, bidirectional). Errors: "printer.gone" (technician),
    /// "printer.address" (configuration), "printer.one-way" (supplier) for one that cannot answer,
    /// those of UsbTransport.
    static Result<std::unique_ptr<UsbPrinter>> open(const std::string& at,
                                                    const OpenUsb& openUsb = UsbTransport::open);

    /// From GET_DEVICE_ID and the descriptors; `module` is left to the caller.
    const DeviceIdentity& identity() const { return identity_; }

    LinkResult<> write(ByteView bytes, std::chrono::milliseconds timeout,
                       const std::stop_token& stop);
    LinkResult<Bytes> read(std::chrono::milliseconds timeout, const std::stop_token& stop);

    LinkResult<PortStatus> portStatus(const std::stop_token& stop);
    /// Is the port in order? A printer that has not said "selected" yet says nothing by leaving it
    /// out; one that takes it back is offline.
    LinkResult<bool> isPortReady(const std::stop_token& stop);
    /// SOFT_RESET: what the device holds and has not printed is thrown away.
    LinkResult<> softReset(const std::stop_token& stop);

private:
    UsbPrinter(std::unique_ptr<UsbConnection> usb, BulkEndpoint out, BulkEndpoint in);
    void readIdentity();

    std::unique_ptr<UsbConnection> usb_;
    BulkEndpoint out_;
    BulkEndpoint in_;
    DeviceIdentity identity_;
    bool wasSelected_ = false;
};

} // namespace kiosk::drivers::usb
