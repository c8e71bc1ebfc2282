// SPDX-License-Identifier: Apache-2.0
#include "firmware/printing/print_job.h"

#include <algorithm>
#include <array>

namespace kiosk::printing {

namespace {

using drivers::JobState;
using drivers::PaperState;

bool isFinal(PrintPhase phase) {
    return phase == PrintPhase::done || phase == PrintPhase::unknown;
}

PrintPhase phaseOf(const drivers::PrinterStatus& printer, JobState job) {
    if (printer.paper == PaperState::jammed)
        return PrintPhase::jammed;
    if (printer.coverOpen)
        return PrintPhase::coverOpen;
    if (printer.paper == PaperState::out)
        return PrintPhase::needsPaper;
    if (job == JobState::stopped || !printer.canPrint())
        return PrintPhase::needsHelp;
    return PrintPhase::printing;
}

} // namespace

std::string_view name(PrintPhase phase) {
    switch (phase) {
    case PrintPhase::printing:
        return "printing";
    case PrintPhase::needsPaper:
        return "needsPaper";
    case PrintPhase::jammed:
        return "jammed";
    case PrintPhase::coverOpen:
        return "coverOpen";
    case PrintPhase::needsHelp:
        return "needsHelp";
    case PrintPhase::printerAway:
        return "printerAway";
    case PrintPhase::done:
        return "done";
    case PrintPhase::unknown:
        return "unknown";
    }
    return "unknown";
}

PrintProgress advance(const PrintProgress& before, const drivers::JobProgress& job,
                      const drivers::PrinterStatus& printer) {
    if (isFinal(before.phase))
        return before;
    PrintProgress after = before;
    after.pagesOut = std::clamp(job.pagesOut, before.pagesOut, before.pages);
    switch (job.state) {
    case JobState::pending:
    case JobState::processing:
    case JobState::stopped:
        // The last page counts even while the job is being wound up: it is in the tray.
        after.phase =
            after.pagesOut == after.pages ? PrintPhase::done : phaseOf(printer, job.state);
        break;
    case JobState::completed:
    case JobState::canceled:
    case JobState::aborted:
        after.phase = after.pagesOut == after.pages ? PrintPhase::done : PrintPhase::unknown;
        break;
    }
    return after;
}

PrintProgress noAnswer(const PrintProgress& before) {
    PrintProgress after = before;
    if (!isFinal(before.phase))
        after.phase = PrintPhase::printerAway;
    return after;
}

bool isForgotten(const Error& error) {
    return error.code() == "printer.no-such-job";
}

PrintProgress giveUp(const PrintProgress& before) {
    PrintProgress after = before;
    if (!isFinal(before.phase))
        after.phase = PrintPhase::unknown;
    return after;
}

Result<> record(PageLedger& ledger, const std::string& copyNumber, const PrintProgress& before,
                const PrintProgress& after, WallTime now) {
    if (after.pagesOut > before.pagesOut)
        TRY(ledger.pageOut(copyNumber, after.pagesOut, now));
    if (isFinal(before.phase))
        return {};
    if (after.phase == PrintPhase::done)
        return ledger.presented(copyNumber, now);
    if (after.phase == PrintPhase::unknown)
        return ledger.unknown(copyNumber, now);
    return {};
}

SubmitFailure judgeSubmit(const Error& error) {
    constexpr auto kNothingSent = std::to_array<std::string_view>(
        {"printer.gone", "printer.busy", "printer.format-refused", "printer.refused",
         "printer.stopped", "printer.untrusted", "printer.no-a4"});
    const bool sure = std::ranges::find(kNothingSent, error.code()) != kNothingSent.end();
    return sure ? SubmitFailure::nothingSent : SubmitFailure::unknown;
}

std::optional<int> weigh(const LedgerEntry& entry, std::optional<int> lifePagesNow,
                         const std::optional<drivers::JobProgress>& job) {
    const int counted = entry.pagesOut;
    if (entry.lifePagesBefore && lifePagesNow) {
        const int moved = *lifePagesNow - *entry.lifePagesBefore;
        if (moved >= counted && moved <= entry.pages)
            return moved;
        return std::nullopt; // the counter was set back, or somebody else printed
    }
    if (job && job->state == JobState::completed)
        return std::clamp(job->pagesOut, counted, entry.pages);
    // Without a counter, "none seen" is not "none came out": a page may have been on its way.
    const int seen = std::max(counted, job ? job->pagesOut : 0);
    return seen == 0 ? std::nullopt : std::optional(std::min(seen, entry.pages));
}

} // namespace kiosk::printing
