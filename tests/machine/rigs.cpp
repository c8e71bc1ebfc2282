// SPDX-License-Identifier: Apache-2.0
#include "tests/machine/rigs.h"

#include <thread>

#include "drivers/printer/escpos/escpos_printer.h"

namespace kiosk::machine {

namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 10s; ///< for a device that was just plugged in
constexpr auto kBetweenTries = 20ms;

/// The kernel takes its time to find out what was plugged in.
template <typename Open>
auto onceItIsFound(Open open) -> decltype(open()) {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (true) {
        auto device = open();
        if (device || std::chrono::steady_clock::now() > deadline)
            return device;
        std::this_thread::sleep_for(kBetweenTries);
    }
}

Result<std::unique_ptr<drivers::CardReader>> openReader() {
    return onceItIsFound([] { return drivers::sam::openSamUsb(); });
}

Result<std::unique_ptr<drivers::Printer>> openPrinter() {
    return onceItIsFound([] { return drivers::openEscposUsb(""); });
}

} // namespace

Result<std::unique_ptr<tests::ReaderRig>> ReaderGadgetRig::make(ReaderGadget::Pipes pipes) {
    auto rig = std::make_unique<ReaderGadgetRig>();
    rig->gadget_ = TRY(ReaderGadget::open(rig->model_, pipes, "dummy_udc.0"));
    rig->reader_ = TRY(openReader());
    return rig;
}

void ReaderGadgetRig::unplug() {
    gadget_->unplug().value();
}

void ReaderGadgetRig::plugAndOpen() {
    reader_.reset();
    gadget_->plug().value();
    reader_ = openReader().value();
}

Result<std::unique_ptr<PrinterGadgetBench>> PrinterGadgetBench::make() {
    auto bench = std::make_unique<PrinterGadgetBench>();
    bench->gadget_ = TRY(PrinterGadget::open(bench->model_, "dummy_udc.1"));
    bench->printer_ = TRY(openPrinter());
    return bench;
}

void PrinterGadgetBench::vanish() {
    gadget_->unplug().value();
}

std::unique_ptr<drivers::Printer> PrinterGadgetBench::open() {
    return openPrinter().value();
}

} // namespace kiosk::machine
