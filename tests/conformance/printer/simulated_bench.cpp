// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/simulated/simulated_printer.h"
#include "tests/conformance/printer/printer_bench.h"
#include "tests/support/manual_clock.h"

namespace kiosk::tests {

namespace {

using drivers::SimulatedPrinter;

class SimulatedPrinterBench final : public PrinterBench {
public:
    drivers::Printer& printer() override { return printer_; }
    drivers::Printer& reopened() override { return printer_; } // driver and device are one
    std::vector<Bytes> received() const override {
        std::vector<Bytes> documents;
        for (const auto& job : printer_.jobs())
            documents.push_back(job.document.pdf);
        return documents;
    }

    void pageOut() override { printer_.advancePage(); }
    void jam() override {
        printer_.jamNextSheet();
        printer_.advancePage();
    }
    void clearJam() override { printer_.clearJam(); }
    void openCover() override { printer_.setCover(SimulatedPrinter::Cover::open); }
    void closeCover() override { printer_.setCover(SimulatedPrinter::Cover::closed); }
    void takePaper() override { printer_.putSheets(0); }
    void putPaper() override { printer_.putSheets(100); }
    void lowToner() override { printer_.setToner(drivers::TonerState::low); }
    void settleCancelled() override {}
    void vanish() override { printer_.setCable(SimulatedPrinter::Cable::pulled); }
    std::chrono::milliseconds settlingTime() const override { return {}; }

private:
    ManualClock clock_;
    SimulatedPrinter printer_{clock_};
};

} // namespace

std::unique_ptr<PrinterBench> makePrinterBench() {
    return std::make_unique<SimulatedPrinterBench>();
}

} // namespace kiosk::tests
