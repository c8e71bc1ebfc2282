// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/receipt_printer.h"

namespace kiosk::bench {

void happenTo(tests::ReceiptPrinterModel& printer, Happening what) {
    using Fault = tests::ReceiptPrinterModel::Fault;
    switch (what) {
    case Happening::rollOut:
        return printer.begin(Fault::paperOut);
    case Happening::rollLoaded:
        return printer.end(Fault::paperOut);
    case Happening::rollCoverOpened:
        return printer.begin(Fault::coverOpen);
    case Happening::rollCoverClosed:
        return printer.end(Fault::coverOpen);
    case Happening::receiptPrinterOff:
        return printer.begin(Fault::mute);
    case Happening::receiptPrinterOn:
        printer.powerCycle();
        return printer.end(Fault::mute);
    default:
        return;
    }
}

} // namespace kiosk::bench
