// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "firmware/document/sheet/sheet.h"
#include "firmware/visit/workplace.h"

namespace kiosk::visit {

/// What a sheet that is no copy is printed with. Outlived by what it names; all of it is used on
/// the printer's worker.
struct AsidePlace {
    printing::PrinterCare& printer;
    printing::PageLedger& ledger;
    std::shared_ptr<reading::Reader> documents; ///< for a printer that takes no PDF
    const Clock& clock;
};
/// Called before the first byte goes out: an error here prints nothing.
using Settle = std::function<Result<>(const std::stop_token& stop)>;
/// Prints what is no copy of a licence, and notes its pages. `settle` sees to the copies whose end
/// nobody saw: after this the printer's life counter says nothing of them any more. Returns the
/// job's number. Errors: of `settle`, of the printer, of its ledger.
Result<int> printAside(const AsidePlace& place, const Settle& settle, document::Sheet sheet,
                       std::string jobName, const std::stop_token& stop);

/// Prints what is no copy of a licence: a slip, a test page. Returns the job's number. It moves the
/// printer's life counter too: what that says of interrupted copies is asked before, and its pages
/// are noted. Errors: of the printer, of its ledger. On the printer's worker.
Result<int> printAside(Workplace& at, document::Sheet sheet, std::string jobName,
                       const std::stop_token& stop);

/// Called when the printer asks for the dots, in its own width (dots) and density (dots an inch).
using DrawStrip = std::function<Result<document::SlipStrip>(int width, int dotsPerInch)>;
/// The same on a roll, where no copy is ever printed. On that printer's worker.
Result<int> printOnRoll(printing::PrinterCare& printer, DrawStrip draw, std::string jobName,
                        const std::stop_token& stop);

} // namespace kiosk::visit
