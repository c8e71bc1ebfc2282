// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/conformance/card_reader/sam_rig.h"
#include "tests/conformance/printer/escpos_bench.h"
#include "tests/machine/devices/printer_gadget.h"
#include "tests/machine/devices/reader_gadget.h"

/// The hands of the conformance kit beside devices that this kernel plays. make() fails as the
/// gadget and the driver do that is opened on it.
namespace kiosk::machine {

class ReaderGadgetRig final : public tests::SamRig {
public:
    static Result<std::unique_ptr<tests::ReaderRig>> make(ReaderGadget::Pipes pipes);
    ~ReaderGadgetRig() override { reader_.reset(); }

    void unplug() override;
    void plugAndOpen() override;

private:
    std::unique_ptr<ReaderGadget> gadget_;
};

class PrinterGadgetBench final : public tests::EscposBench {
public:
    static Result<std::unique_ptr<PrinterGadgetBench>> make();
    ~PrinterGadgetBench() override { close(); }

    void vanish() override;

    /// The driver lets go of the printer; reopened() takes it again.
    void close() { printer_.reset(); }
    tests::ReceiptPrinterModel& model() { return model_; }

private:
    std::unique_ptr<drivers::Printer> open() override;

    std::unique_ptr<PrinterGadget> gadget_;
};

} // namespace kiosk::machine
