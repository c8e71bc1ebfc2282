// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/escpos/escpos_printer.h"
#include "tests/conformance/printer/escpos_bench.h"
#include "tests/support/pty_device.h"

namespace kiosk::tests {

namespace {

class EscposSerialBench final : public EscposBench {
public:
    EscposSerialBench() { printer_ = EscposSerialBench::open(); }
    ~EscposSerialBench() override { printer_.reset(); }

    void vanish() override { device_.unplug(); }

private:
    std::unique_ptr<drivers::Printer> open() override {
        return drivers::openEscposSerial(device_.path().string() + ",38400").value();
    }

    PtyDevice device_{[this](ByteView came) {
        model_.receive(came);
        return LineReply{model_.send(4096)};
    }};
};

} // namespace

std::unique_ptr<PrinterBench> makePrinterBench() {
    return std::make_unique<EscposSerialBench>();
}

} // namespace kiosk::tests
