// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/acts.h"

#include <algorithm>
#include <array>

namespace kiosk::bench {

namespace {

using enum Happening;

constexpr std::string_view kCards = "Cards";
constexpr std::string_view kPrinter = "Printer";
constexpr std::string_view kReceiptPrinter = "Receipt printer";
constexpr std::string_view kReader = "Card reader";
constexpr std::string_view kCamera = "Camera";
constexpr std::string_view kCabinet = "Cabinet";
constexpr std::string_view kStaff = "Staff card (PIN 314159)";
constexpr std::string_view kKiosk = "Network and kiosk";

constexpr auto kActs = std::to_array<Act>({
    {cardLifted, "liftCard", "", kCards, "Lift the card"},
    {paperOut, "paper", "out", kPrinter, "Take the paper out"},
    {paperLoaded, "paper", "loaded", kPrinter, "Load paper"},
    {paperJammed, "paper", "jammed", kPrinter, "Jam the next sheet"},
    {jamCleared, "paper", "cleared", kPrinter, "Clear the jam"},
    {coverOpened, "cover", "open", kPrinter, "Open the cover"},
    {coverClosed, "cover", "closed", kPrinter, "Close the cover"},
    {tonerLow, "toner", "low", kPrinter, "Toner low"},
    {tonerOut, "toner", "out", kPrinter, "Toner out"},
    {tonerFull, "toner", "full", kPrinter, "New toner"},
    {printerCablePulled, "printerCable", "pulled", kPrinter, "Pull the cable"},
    {printerCablePlugged, "printerCable", "plugged", kPrinter, "Plug the cable in"},
    {printerPowerOff, "printerPower", "off", kPrinter, "Cut its power"},
    {printerPowerOn, "printerPower", "on", kPrinter, "Power on"},
    {printerExchanged, "printer", "exchanged", kPrinter, "Put another one there"},
    {rollOut, "roll", "out", kReceiptPrinter, "Take the roll out"},
    {rollLoaded, "roll", "loaded", kReceiptPrinter, "Load a roll"},
    {rollCoverOpened, "rollCover", "open", kReceiptPrinter, "Open its cover"},
    {rollCoverClosed, "rollCover", "closed", kReceiptPrinter, "Close its cover"},
    {receiptPrinterOff, "receiptPrinter", "off", kReceiptPrinter, "Off"},
    {receiptPrinterOn, "receiptPrinter", "on", kReceiptPrinter, "On"},
    {readerUnplugged, "reader", "unplugged", kReader, "Unplug"},
    {readerPlugged, "reader", "plugged", kReader, "Plug in"},
    {readerExchanged, "reader", "exchanged", kReader, "Plug another one in"},
    {cameraUnplugged, "camera", "unplugged", kCamera, "Unplug"},
    {cameraPlugged, "camera", "plugged", kCamera, "Plug in"},
    {cameraCovered, "camera", "covered", kCamera, "Cover it"},
    {cameraGlare, "camera", "glare", kCamera, "Shine into it"},
    {cameraClear, "camera", "clear", kCamera, "Clear view"},
    {doorOpened, "door", "open", kCabinet, "Open the door"},
    {doorClosed, "door", "closed", kCabinet, "Close it"},
    {tampered, "tamper", "on", kCabinet, "Tamper with it"},
    {tamperPutBack, "tamper", "off", kCabinet, "Put the switch back"},
    {mainsLost, "power", "battery", kCabinet, "Cut the mains"},
    {batteryLow, "power", "batteryLow", kCabinet, "Battery low"},
    {mainsBack, "power", "mains", kCabinet, "Mains on"},
    {headsetPlugged, "headset", "plugged", kCabinet, "Plug a headset in"},
    {headsetPulled, "headset", "pulled", kCabinet, "Pull it"},
    {callKeyPressed, "callKey", "", kCabinet, "Press the call key"},
    {attendantCardLaid, "staffCard", "attendant", kStaff, "Lay an attendant's"},
    {technicianCardLaid, "staffCard", "technician", kStaff, "A technician's"},
    {supervisorCardLaid, "staffCard", "supervisor", kStaff, "A supervisor's"},
    {staffCardLifted, "staffCard", "lifted", kStaff, "Lift it"},
    {networkCut, "network", "cut", kKiosk, "Cut the network"},
    {networkConnected, "network", "connected", kKiosk, "Connect it"},
    {kioskKilled, "killKiosk", "", kKiosk, "Kill the kiosk"},
    {kioskCrashed, "crashKiosk", "", kKiosk, "Crash it"},
    {kioskStarted, "startKiosk", "", kKiosk, "Start it"},
});

} // namespace

std::span<const Act> acts() {
    return kActs;
}

const Act* actNamed(std::string_view word, std::string_view how) {
    const auto* act = std::ranges::find_if(
        kActs, [&](const Act& each) { return each.word == word && each.how == how; });
    return act == kActs.end() ? nullptr : act;
}

const Act& actOf(Happening what) {
    return *std::ranges::find(kActs, what, &Act::what);
}

} // namespace kiosk::bench
