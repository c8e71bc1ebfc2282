// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "drivers/printer/ipp/ipp_printer.h"
#include "firmware/base/files.h"
#include "tests/conformance/printer/printer_bench.h"
#include "tests/support/ippeveprinter.h"

namespace kiosk::tests {

namespace {

template <typename T>
T must(Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().line());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

class IppBench final : public PrinterBench {
public:
    IppBench()
        : device_(must(IppEvePrinter::start({.pace = IppEvePrinter::Pace::onCommand}))),
          printer_(must(drivers::openIpp({.uri = device_->uri()}))) {}

    drivers::Printer& printer() override { return *printer_; }
    drivers::Printer& reopened() override {
        reopened_ = must(drivers::openIpp({.uri = device_->uri()}));
        return *reopened_;
    }
    std::vector<Bytes> received() const override {
        std::vector<Bytes> documents;
        for (const auto& file : device_->printed())
            documents.push_back(must(readFile(file)));
        return documents;
    }

    void pageOut() override { device_->pageOut(); }
    void jam() override { device_->addReason("media-jam"); }
    void clearJam() override { device_->clearReason("media-jam"); }
    void openCover() override { device_->addReason("cover-open"); }
    void closeCover() override { device_->clearReason("cover-open"); }
    void takePaper() override { must(device_->putSheets(0)); }
    void putPaper() override { must(device_->putSheets(250)); }
    void lowToner() override { must(device_->setTonerPercent(5)); }
    void settleCancelled() override { device_->breakJob(); }
    void vanish() override { device_->cutPower(); }
    std::chrono::milliseconds settlingTime() const override { return std::chrono::seconds(20); }

private:
    std::unique_ptr<IppEvePrinter> device_;
    std::unique_ptr<drivers::Printer> printer_;
    std::unique_ptr<drivers::Printer> reopened_;
};

} // namespace

std::unique_ptr<PrinterBench> makePrinterBench() {
    return std::make_unique<IppBench>();
}

} // namespace kiosk::tests
