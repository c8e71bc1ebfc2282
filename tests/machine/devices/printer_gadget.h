// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <thread>

#include "tests/machine/devices/device_file.h"
#include "tests/machine/devices/usb_gadget.h"
#include "tests/support/receipt_printer_model.h"

namespace kiosk::machine {

/// A receipt printer on this kernel's own USB: the kernel's printer function (usb_f_printer) with
/// the model as what stands behind it. Bytes go both ways through /dev/g_printer0, the port's
/// status, paper out among it, by ioctl. A thread of its own serves; plug() and unplug() are for
/// one other.
class PrinterGadget {
public:
    /// Describes and plugs the printer in. `model` outlives it. Error "machine.device-file"
    /// (technician).
    static Result<std::unique_ptr<PrinterGadget>> open(tests::ReceiptPrinterModel& model,
                                                       const std::string& port);
    ~PrinterGadget();
    PrinterGadget(const PrinterGadget&) = delete;
    PrinterGadget& operator=(const PrinterGadget&) = delete;

    /// Returns when the host has found it. Its power comes with the cable.
    Result<> plug();
    Result<> unplug();

private:
    PrinterGadget(tests::ReceiptPrinterModel& model, UsbGadget gadget)
        : model_(model), gadget_(std::move(gadget)) {}

    void serve(const std::stop_token& stop);
    void tellPort() const;
    void takeFromHost();
    void answerHost() const;

    tests::ReceiptPrinterModel& model_;
    UsbGadget gadget_;
    std::optional<DeviceFile> file_; ///< while it is plugged in
    Bytes untaken_;                  ///< what the model had no room for yet
    std::jthread server_;
};

} // namespace kiosk::machine
