// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/simulated/simulated_card_reader.h"
#include "drivers/printer/simulated/simulated_printer.h"
#include "tests/conformance/kit/rigs.h"

namespace kiosk::tests {

namespace {

using drivers::SimulatedPrinter;

class SimulatedReaderRig final : public ReaderRig {
public:
    drivers::CardReader& reader() override { return reader_; }
    void lay(const drivers::IdCard& card) override { reader_.lay(card); }
    void lift() override { reader_.lift(); }
    void failNextRead(drivers::CardTrouble trouble) override { reader_.failNextRead(trouble); }
    void unplug() override { reader_.unplug(); }
    void plugAndOpen() override { reader_.plug(); }
    void holdNextRead() override {} // it never waits

private:
    drivers::SimulatedCardReader reader_;
};

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
    void loseNextReply() override { printer_.setNextReply(SimulatedPrinter::Reply::lost); }
    void holdNextJob() override {} // it never waits
    std::chrono::milliseconds settlingTime() const override { return {}; }

private:
    SystemClock clock_;
    SimulatedPrinter printer_{clock_}; // pages come when they are told to
};

} // namespace

std::unique_ptr<ReaderRig> simulatedReaderRig() {
    return std::make_unique<SimulatedReaderRig>();
}

std::unique_ptr<PrinterBench> simulatedPrinterBench() {
    return std::make_unique<SimulatedPrinterBench>();
}

} // namespace kiosk::tests
