// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/printer/escpos/printer_link.h"
#include "drivers/printer/printer.h"
#include "drivers/transport/usb_transport.h"

namespace kiosk::drivers {

/// Dots across an 80 mm roll, at 203 dots an inch.
inline constexpr RasterForm kReceiptForm{.width = 576, .dotsPerInch = 203};

/// An ESC/POS receipt printer: a page is a strip of the roll, cut off when it is out. Takes
/// documents with PrintDocument::drawPage. Asks the printer how it is before it returns. Errors:
/// "printer.silent" where nothing answers, those of openUsbLink() and openSerialLink().
Result<std::unique_ptr<Printer>> openEscposUsb(const std::string& at,
                                               const OpenUsb& openUsb = UsbTransport::open);
Result<std::unique_ptr<Printer>> openEscposSerial(const std::string& at);
Result<std::unique_ptr<Printer>> openEscpos(std::unique_ptr<escpos::PrinterLink> link);

} // namespace kiosk::drivers
