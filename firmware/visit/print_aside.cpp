// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/print_aside.h"

#include <utility>

#include "firmware/visit/printable.h"
#include "firmware/visit/recovery.h"

namespace kiosk::visit {

Result<int> printAside(const AsidePlace& place, const Settle& settle, document::Sheet sheet,
                       std::string jobName, const std::stop_token& stop) {
    const auto note = [&place, &settle, &stop,
                       pages = sheet.pages](const drivers::PrinterStatus&) -> Result<> {
        TRY(settle(stop));
        return place.ledger.slip(pages, place.clock.wall());
    };
    return place.printer.print(
        printable(place.documents, std::move(sheet), std::move(jobName), place.clock.wall()), note,
        stop);
}

Result<int> printAside(Workplace& at, document::Sheet sheet, std::string jobName,
                       const std::stop_token& stop) {
    const Settle settle = [&at](const std::stop_token& asked) -> Result<> {
        static_cast<void>(TRY(settleInterruptedCopies(at, asked)));
        return {};
    };
    return printAside({at.printer, at.ledger, at.documents, at.clock}, settle, std::move(sheet),
                      std::move(jobName), stop);
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
