// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "drivers/printer/printer.h"
#include "firmware/printing/page_ledger.h"

/// What a job that is under way, or was when the power went, means. Pure functions over values:
/// the visit asks the printer, these decide, the ledger records.
namespace kiosk::printing {

/// Where one copy stands while paper moves.
enum class PrintPhase {
    printing,
    needsPaper,  ///< goes on by itself at the first missing page once there is paper
    jammed,      ///< likewise once the jam is cleared
    coverOpen,   ///< likewise once it is shut
    needsHelp,   ///< stopped for another reason: toner, tray, paused
    printerAway, ///< does not answer; it may still be printing
    done,        ///< every page has left the machine
    unknown,     ///< over, and not every page was counted: settle by evidence, never send again
};

std::string_view name(PrintPhase phase);

struct PrintProgress {
    int pages = 1;
    int pagesOut = 0;
    PrintPhase phase = PrintPhase::printing;

    bool operator==(const PrintProgress&) const = default;
};

/// What the printer's next answer makes of it. `done` and `unknown` are final; pages once counted
/// stay counted, whatever a printer says later.
PrintProgress advance(const PrintProgress& before, const drivers::JobProgress& job,
                      const drivers::PrinterStatus& printer);

/// The printer did not answer. The caller asks again until its patience is at an end.
PrintProgress noAnswer(const PrintProgress& before);

/// Does `error` say that the printer is there and knows no such job? It lost its queue, in a power
/// cycle say, and no waiting brings the job back.
bool isForgotten(const Error& error);

/// The caller's patience is at an end.
PrintProgress giveUp(const PrintProgress& before);

/// Writes what changed between two progresses of a sent copy: pages first, then the end.
Result<> record(PageLedger& ledger, const std::string& copyNumber, const PrintProgress& before,
                const PrintProgress& after, WallTime now);

/// What may be done after Printer::submit has failed with `error`.
enum class SubmitFailure {
    nothingSent, ///< the copy may be voided at once, and another one printed
    unknown,     ///< the sheet may come out: settle by evidence
};
SubmitFailure judgeSubmit(const Error& error);

/// How many pages of a copy whose end nobody saw are out, by the evidence (reliability: life
/// counter first, then the job); nothing where nobody knows. Only a copy that is out whole is not
/// void. `lifePagesNow` counts only if nothing else was printed since; `job` is what the printer
/// still knows of the copy's job. Either may be absent.
std::optional<int> weigh(const LedgerEntry& entry, std::optional<int> lifePagesNow,
                         const std::optional<drivers::JobProgress>& job);

} // namespace kiosk::printing
