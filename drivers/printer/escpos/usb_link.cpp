// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/escpos/printer_link.h"
#include "drivers/printer/usb_class/usb_printer.h"

namespace kiosk::drivers::escpos {

namespace {

class UsbLink final : public PrinterLink {
public:
    explicit UsbLink(std::unique_ptr<usb::UsbPrinter> printer) : printer_(std::move(printer)) {}

    LinkResult<> write(ByteView bytes, std::chrono::milliseconds timeout,
                       const std::stop_token& stop) override {
        return printer_->write(bytes, timeout, stop);
    }
    LinkResult<Bytes> read(std::chrono::milliseconds timeout,
                           const std::stop_token& stop) override {
        return printer_->read(timeout, stop);
    }
    LinkResult<bool> isReady(const std::stop_token& stop) override {
        return printer_->isPortReady(stop);
    }
    LinkResult<> reset(const std::stop_token& stop) override { return printer_->softReset(stop); }
    DeviceIdentity identity() const override {
        DeviceIdentity identity = printer_->identity();
        identity.module = "escpos-usb";
        return identity;
    }

private:
    std::unique_ptr<usb::UsbPrinter> printer_;
};

} // namespace

Result<std::unique_ptr<PrinterLink>> openUsbLink(const std::string& at, const OpenUsb& openUsb) {
    return std::make_unique<UsbLink>(TRY(usb::UsbPrinter::open(at, openUsb)));
}

} // namespace kiosk::drivers::escpos
