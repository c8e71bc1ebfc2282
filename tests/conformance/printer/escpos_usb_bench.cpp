// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/escpos/escpos_printer.h"
#include "tests/conformance/printer/escpos_bench.h"
#include "tests/support/usb_receipt_printer.h"

namespace kiosk::tests {

namespace {

MockTestbed& testbed() {
    static MockTestbed bed;
    return bed;
}

class EscposUsbBench final : public EscposBench {
public:
    EscposUsbBench() { printer_ = EscposUsbBench::open(); }
    ~EscposUsbBench() override { printer_.reset(); }

    void vanish() override { device_.unplug(); }

private:
    std::unique_ptr<drivers::Printer> open() override { return drivers::openEscposUsb("").value(); }

    UsbReceiptPrinter function_{model_};
    EmulatedUsbDevice device_{testbed(), function_};
};

} // namespace

std::unique_ptr<PrinterBench> makePrinterBench() {
    return std::make_unique<EscposUsbBench>();
}

} // namespace kiosk::tests
