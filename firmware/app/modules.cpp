// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/modules.h"

#include <array>

#include "drivers/auxiliaries/gpio/gpio_auxiliaries.h"
#include "drivers/auxiliaries/serial_board/serial_board.h"
#include "drivers/camera/simulated/picture_camera.h"
#include "drivers/camera/v4l2/v4l2_camera.h"
#include "drivers/card_reader/card_file/card_file.h"
#include "drivers/card_reader/pcsc/pcsc_card_reader.h"
#include "drivers/card_reader/pcsc/pcsc_staff_cards.h"
#include "drivers/card_reader/sam/sam_reader.h"
#include "drivers/code_reader/hand_scanner/evdev_scanner.h"
#include "drivers/code_reader/hand_scanner/serial_scanner.h"
#include "drivers/printer/escpos/escpos_printer.h"
#include "drivers/printer/ipp/ipp_printer.h"
#include "drivers/vendor/hosted/hosted.h"
#include "firmware/app/recording.h"

namespace kiosk::app {

namespace {

using namespace drivers;

constexpr int kSamBaud = 115200;
constexpr unsigned kScannerBaud = 9600; // as they leave the factory; on USB it means nothing

template <typename D>
struct Module {
    std::string_view name;
    Result<std::unique_ptr<D>> (*open)(const std::string& at);
};

constexpr std::array kCardReaders{
    Module<CardReader>{"sam-usb",
                       [](const std::string& port) { return sam::openSamUsb({}, port); }},
    Module<CardReader>{"sam-serial",
                       [](const std::string& tty) { return sam::openSamSerial(tty, kSamBaud); }},
    Module<CardReader>{"pcsc", [](const std::string& name) { return pcsc::openPcsc(name); }},
    Module<CardReader>{"vendor", openHostedCardReader}};

constexpr std::array kPrinters{
    Module<Printer>{"escpos-usb", [](const std::string& port) { return openEscposUsb(port); }},
    Module<Printer>{"escpos-serial", openEscposSerial},
    Module<Printer>{"vendor", openHostedPrinter}};

constexpr std::array kCameras{
    Module<Camera>{"v4l2", [](const std::string& path) { return openV4l2({.path = path}); }},
    Module<Camera>{"picture-file", [](const std::string& path) { return openPictureFile(path); }},
    Module<Camera>{"vendor", openHostedCamera}};

constexpr std::array kAuxiliaries{
    Module<Auxiliaries>{"gpio", [](const std::string& profile) { return gpio::openGpio(profile); }},
    Module<Auxiliaries>{"serial-board",
                        [](const std::string& tty) -> Result<std::unique_ptr<Auxiliaries>> {
                            return serial_board::SerialBoard::open(tty);
                        }},
    Module<Auxiliaries>{"vendor", openHostedAuxiliaries}};

constexpr std::array kCodeScanners{
    Module<CodeSource>{"scanner-keys",
                       [](const std::string& node) { return openEvdevScanner(node); }},
    Module<CodeSource>{"scanner-serial",
                       [](const std::string& tty) { return openSerialScanner(tty, kScannerBaud); }},
    Module<CodeSource>{"vendor", openHostedCodeReader}};

constexpr std::array kStaffCards{Module<StaffCards>{"pcsc", pcsc::openPcscStaffCards},
                                 Module<StaffCards>{"card-file", openCardFile}};

template <typename D, std::size_t N>
typename Slot<D>::Open moduleNamed(const std::array<Module<D>, N>& modules,
                                   const DeviceChoice& choice) {
    for (const Module<D>& module : modules)
        if (module.name == choice.module)
            return [open = module.open, at = choice.at]() -> Result<std::shared_ptr<D>> {
                return open(at);
            };
    return [name = choice.module]() -> Result<std::shared_ptr<D>> {
        return fail(ErrorKind::configuration, "config.unknown-module", Remedy::configuration, name);
    };
}

/// As chosen, and with a recorder where a folder for recordings is named.
Slot<CardReader>::Open readerChosen(const DeviceChoice& choice) {
    if (choice.record.empty())
        return moduleNamed(kCardReaders, choice);
    return [choice]() -> Result<std::shared_ptr<CardReader>> {
        if (choice.module != "sam-usb")
            return fail(ErrorKind::configuration, "config.wrong", Remedy::configuration,
                        "only sam-usb can be recorded");
        return openRecordedSam(choice.at, choice.record);
    };
}

} // namespace

Slot<CardReader>::Open cardReaderModule(const DeviceChoice& choice) {
    return [open = readerChosen(choice),
            recorded = choice.samNumber]() -> Result<std::shared_ptr<CardReader>> {
        auto reader = TRY(open());
        TRY(checkSamNumber(*reader, recorded));
        return reader;
    };
}

Slot<Printer>::Open printerModule(const DeviceChoice& choice) {
    if (choice.module != "ipp")
        return moduleNamed(kPrinters, choice);
    return [choice]() -> Result<std::shared_ptr<Printer>> {
        return openIpp({.uri = choice.at, .through = choice.through});
    };
}

Slot<Camera>::Open cameraModule(const DeviceChoice& choice) {
    return moduleNamed(kCameras, choice);
}

Slot<Auxiliaries>::Open auxiliariesModule(const DeviceChoice& choice) {
    return moduleNamed(kAuxiliaries, choice);
}

Slot<CodeSource>::Open codeScannerModule(const DeviceChoice& choice) {
    return moduleNamed(kCodeScanners, choice);
}

Slot<StaffCards>::Open staffCardsModule(const DeviceChoice& choice) {
    return moduleNamed(kStaffCards, choice);
}

} // namespace kiosk::app
