// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/conformance/printer/printer_bench.h"
#include "tests/support/receipt_printer_model.h"

namespace kiosk::tests {

/// The hands before a receipt printer; what differs is the wire.
class EscposBench : public PrinterBench {
public:
    drivers::Printer& printer() override { return *printer_; }
    drivers::Printer& reopened() override {
        printer_.reset();
        printer_ = open();
        return *printer_;
    }
    std::vector<drivers::DocumentFormat> formats() const override {
        return {drivers::DocumentFormat::strip};
    }
    std::vector<Bytes> received() const override;
    Bytes asReceived(const drivers::PrintDocument& document) const override;

    void pageOut() override { model_.stripOut(); }
    void jam() override { model_.begin(ReceiptPrinterModel::Fault::cutterJam); }
    void clearJam() override { model_.end(ReceiptPrinterModel::Fault::cutterJam); }
    void openCover() override { model_.begin(ReceiptPrinterModel::Fault::coverOpen); }
    void closeCover() override { model_.end(ReceiptPrinterModel::Fault::coverOpen); }
    void takePaper() override { model_.begin(ReceiptPrinterModel::Fault::paperOut); }
    void putPaper() override { model_.end(ReceiptPrinterModel::Fault::paperOut); }
    void lowToner() override {}
    void settleCancelled() override {}
    std::chrono::milliseconds settlingTime() const override { return std::chrono::seconds(10); }

protected:
    virtual std::unique_ptr<drivers::Printer> open() = 0;

    ReceiptPrinterModel model_{ReceiptPrinterModel::Pace::onCommand}; // outlives the wire
    std::unique_ptr<drivers::Printer> printer_;
};

} // namespace kiosk::tests
