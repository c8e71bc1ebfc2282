// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/print_aside.h"

#include <utility>

#include "firmware/visit/printable.h"
#include "firmware/visit/recovery.h"

namespace kiosk::visit {

Result<int> printAside(Workplace& at, document::Sheet sheet, std::string jobName,
                       const std::stop_token& stop) {
    const auto settle = [&at, &stop,
                         pages = sheet.pages](const drivers::PrinterStatus&) -> Result<> {
        static_cast<void>(TRY(settleInterruptedCopies(at, stop)));
        return at.ledger.slip(pages, at.clock.wall());
    };
    return at.printer.print(
        printable(at.documents, std::move(sheet), std::move(jobName), at.clock.wall()), settle,
        stop);
}

Result<int> printOnRoll(printing::PrinterCare& printer, DrawStrip draw, std::string jobName,
                        const std::stop_token& stop) {
    const auto page =
        [draw = std::move(draw)](int /*page*/,
                                 const drivers::RasterForm& form) -> Result<drivers::RasterPage> {
        document::SlipStrip strip = TRY(draw(form.width, form.dotsPerInch));
        return drivers::RasterPage{strip.width, strip.height, std::move(strip.dots)};
    };
    const auto nothingToNote = [](const drivers::PrinterStatus&) { return Result<>(); };
    return printer.print({.jobName = std::move(jobName), .drawPage = page}, nothingToNote, stop);
}

} // namespace kiosk::visit
