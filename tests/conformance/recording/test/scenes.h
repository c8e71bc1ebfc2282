// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string_view>

#include "drivers/printer/printer.h"
#include "tests/conformance/recording/recorder.h"
#include "tests/support/emulated_sam_reader.h"
#include "tests/support/usb_receipt_printer.h"

/// What is recorded of emulated devices, for the folder ../recordings and for the tests.
namespace kiosk::tests {

/// The bus of this process.
MockTestbed& usbBed();

/// A real reader's driver at an emulated reader, with a recorder between.
class ReaderStage {
public:
    ReaderStage(UsbFraming framing, const std::filesystem::path& file,
                const MakeCleaner& makeCleaner = cleanerFor);

    drivers::CardReader& reader() { return *reader_; }
    SamDeviceModel& model() { return model_; }
    EmulatedSamReader& device() { return device_; }
    /// Lays a card, finds it and reads it.
    Result<drivers::IdCard> readCard(const drivers::IdCard& card);

private:
    SystemClock clock_;
    SamDeviceModel model_;
    EmulatedSamReader device_;
    std::unique_ptr<drivers::CardReader> reader_;
};

/// How our driver is opened at a connection.
Result<std::unique_ptr<drivers::CardReader>> openSamOver(const drivers::OpenUsb& openUsb);

struct ReaderScene {
    std::string_view name; ///< of its file, without ".txt"
    UsbFraming framing;
    void (*play)(ReaderStage& stage);
};
std::span<const ReaderScene> readerScenes();

/// A scene with a printer: what is asked of its driver, and the answers in a word each.
struct PrinterScene {
    std::string_view name;
    void (*prepare)(ReceiptPrinterModel& model, UsbReceiptPrinter& function,
                    EmulatedUsbDevice& device); ///< when the driver is open
};
std::span<const PrinterScene> printerScenes();
/// The same for every scene: status, a slip, its progress, nothing left.
std::vector<std::string> printSlip(drivers::Printer& printer);
/// Records it, and gives the answers.
std::vector<std::string> recordPrinter(const PrinterScene& scene,
                                       const std::filesystem::path& file);

} // namespace kiosk::tests
