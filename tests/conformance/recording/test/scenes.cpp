// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/recording/test/scenes.h"

#include <array>

#include "drivers/card_reader/sam/sam_reader.h"
#include "drivers/printer/escpos/escpos_printer.h"
#include "tests/support/sample_card.h"

namespace kiosk::tests {

namespace {

using Kind = SamFault::Kind;

/// All that a kiosk asks of a reader, with a card before it that lies there and is lifted.
void wholeVisit(ReaderStage& stage) {
    static_cast<void>(stage.reader().findCard({}));
    static_cast<void>(stage.readCard(otherCard()));
    static_cast<void>(stage.reader().cardStillThere({}));
    stage.model().lift();
    static_cast<void>(stage.reader().cardStillThere({}));
    static_cast<void>(stage.reader().reset({}));
}

void eachLayout(ReaderStage& stage) {
    for (const drivers::IdCard& card : cardOfEachLayout())
        static_cast<void>(stage.readCard(card));
}

void spoiledBy(ReaderStage& stage, const SamFault& fault) {
    stage.model().inject(fault);
    static_cast<void>(stage.readCard(sampleCard()));
}

void unpluggedInTheRecord(ReaderStage& stage) {
    constexpr std::size_t kBeforeTheRecord = 11 + 27 + 15 + 19; // status, number, found, selected
    stage.device().cutCable({.after = kBeforeTheRecord + 400});
    static_cast<void>(stage.readCard(sampleCard()));
    static_cast<void>(stage.reader().findCard({}));
}

constexpr std::array kReaderScenes{
    ReaderScene{"reader-split-visit", UsbFraming::split, wholeVisit},
    ReaderScene{"reader-single-visit", UsbFraming::single, wholeVisit},
    ReaderScene{"reader-single-layouts", UsbFraming::single, eachLayout},
    ReaderScene{"reader-split-stall", UsbFraming::split,
                [](ReaderStage& stage) { spoiledBy(stage, {.kind = Kind::stall}); }},
    ReaderScene{"reader-single-timeout", UsbFraming::single,
                [](ReaderStage& stage) {
                    spoiledBy(stage, {.kind = Kind::silence, .on = drivers::sam::kSelectCard});
                    static_cast<void>(stage.readCard(sampleCard()));
                }},
    ReaderScene{
        "reader-split-damaged", UsbFraming::split,
        [](ReaderStage& stage) { spoiledBy(stage, {.kind = Kind::wrongRecord, .times = 2}); }},
    ReaderScene{"reader-single-unplug", UsbFraming::single, unpluggedInTheRecord},
};

drivers::PrintDocument slip() {
    constexpr int kRows = 60;
    return {.jobName = "slip",
            .drawPage = [](int, const drivers::RasterForm& form) -> Result<drivers::RasterPage> {
                drivers::RasterPage page{.width = form.width, .height = kRows};
                page.dots.assign(static_cast<std::size_t>(form.width * kRows), std::byte{0xFF});
                for (std::size_t at = 0; at < page.dots.size(); at += 3)
                    page.dots[at] = std::byte{}; // 92 49 24: a pattern one can look for
                return page;
            }};
}

constexpr std::array kPrinterScenes{
    PrinterScene{"printer-escpos-slip",
                 [](ReceiptPrinterModel&, UsbReceiptPrinter&, EmulatedUsbDevice&) {}},
    PrinterScene{"printer-escpos-paper-out",
                 [](ReceiptPrinterModel& model, UsbReceiptPrinter&, EmulatedUsbDevice&) {
                     model.beginAfter(30, ReceiptPrinterModel::Fault::paperOut);
                 }},
    PrinterScene{"printer-escpos-stall",
                 [](ReceiptPrinterModel&, UsbReceiptPrinter& function, EmulatedUsbDevice&) {
                     function.setNextOut(UsbReceiptPrinter::Next::stall);
                 }},
    PrinterScene{"printer-escpos-timeout",
                 [](ReceiptPrinterModel& model, UsbReceiptPrinter&, EmulatedUsbDevice&) {
                     model.begin(ReceiptPrinterModel::Fault::mute);
                 }},
    PrinterScene{"printer-escpos-unplug",
                 [](ReceiptPrinterModel&, UsbReceiptPrinter&, EmulatedUsbDevice& device) {
                     device.unplugAtTransfer(14);
                 }},
};

template <typename T>
std::string codeOr(const Result<T>& answer, const std::string& word) {
    return answer ? word : std::string(answer.error().code());
}

} // namespace

MockTestbed& usbBed() {
    static MockTestbed bed;
    return bed;
}

Result<std::unique_ptr<drivers::CardReader>> openSamOver(const drivers::OpenUsb& openUsb) {
    using namespace std::chrono_literals;
    return drivers::sam::openSamUsb({.control = 900ms, .read = 1900ms, .gap = 100ms, .quiet = 20ms},
                                    "", openUsb);
}

ReaderStage::ReaderStage(UsbFraming framing, const std::filesystem::path& file,
                         const MakeCleaner& makeCleaner)
    : device_(usbBed(), model_, framing),
      reader_(
          openRecordedReader(file, clock_, openSamOver, drivers::UsbTransport::open, makeCleaner)
              .value()) {}

Result<drivers::IdCard> ReaderStage::readCard(const drivers::IdCard& card) {
    model_.lift();
    model_.lay(card);
    static_cast<void>(TRY(reader_->findCard({})));
    return reader_->readCard({});
}

std::span<const ReaderScene> readerScenes() {
    return kReaderScenes;
}

std::span<const PrinterScene> printerScenes() {
    return kPrinterScenes;
}

std::vector<std::string> printSlip(drivers::Printer& printer) {
    std::vector<std::string> words;
    const auto status = printer.status({});
    words.push_back(status ? std::string(name(status->paper)) : codeOr(status, ""));
    const auto job = printer.submit(slip(), {});
    words.push_back(codeOr(job, "submitted"));
    for (int look = 0; look < 2 && job; ++look) {
        const auto progress = printer.progress({.id = *job, .pages = 1}, {});
        words.push_back(progress ? std::string(name(progress->state)) : codeOr(progress, ""));
    }
    words.push_back(codeOr(printer.clearJobs({}), "clear"));
    return words;
}

std::vector<std::string> recordPrinter(const PrinterScene& scene,
                                       const std::filesystem::path& file) {
    const SystemClock clock;
    ReceiptPrinterModel model;
    UsbReceiptPrinter function(model);
    EmulatedUsbDevice device(usbBed(), function);
    const auto recorder = Recorder::create(file, clock).value();
    const auto printer =
        drivers::openEscposUsb("", recorded(recorder, drivers::UsbTransport::open)).value();
    scene.prepare(model, function, device);
    return printSlip(*printer);
}

} // namespace kiosk::tests
