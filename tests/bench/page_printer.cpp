// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/page_printer.h"

namespace kiosk::bench {

namespace {

constexpr int kFullTray = 250;
constexpr int kTonerLow = 5;
constexpr int kTonerFull = 90;
constexpr auto kOtherModel = "A4 of another make";

} // namespace

std::optional<Result<>> happenTo(tests::IppEvePrinter& printer, Happening what) {
    switch (what) {
    case Happening::paperOut:
        return printer.putSheets(0);
    case Happening::paperLoaded:
        return printer.putSheets(kFullTray);
    case Happening::paperJammed:
        return printer.holdPages("media-jam");
    case Happening::coverOpened:
        return printer.holdPages("cover-open");
    case Happening::jamCleared:
    case Happening::coverClosed:
        return printer.holdPages({});
    case Happening::tonerLow:
        return printer.setTonerPercent(kTonerLow);
    case Happening::tonerOut:
        return printer.setTonerPercent(0);
    case Happening::tonerFull:
        return printer.setTonerPercent(kTonerFull);
    case Happening::printerPowerOff:
        printer.cutPower();
        return Result<>();
    case Happening::printerPowerOn:
        return printer.powerOn();
    case Happening::printerExchanged:
        printer.cutPower();
        return printer.powerOn(kOtherModel);
    default: // another device's
        return std::nullopt;
    }
}

} // namespace kiosk::bench
