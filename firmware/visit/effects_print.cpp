// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/log.h"
#include "firmware/visit/confirm_copy.h"
#include "firmware/visit/effects.h"
#include "firmware/visit/paper.h"

namespace kiosk::visit {

namespace {

using drivers::Printer;

constexpr std::chrono::milliseconds kBetweenLooksAtJob{300};

document::SheetMarks marksOf(const Workplace& at, const command::PrintCopy& print,
                             Language language) {
    return sheetMarks({at.paperTexts, language}, {.purpose = print.purpose,
                                                  .code = print.code,
                                                  .checkedAt = print.opened->retrievedAt,
                                                  .trustList = at.copyVerifier.trustListName(),
                                                  .printedAt = at.clock.wall(),
                                                  .place = at.place});
}

/// Judges again what is about to be printed: the sheet shows what was checked, and nothing else.
Result<drivers::PrintDocument> composeCopy(reading::Reader& documents,
                                           const command::PrintCopy& print,
                                           const document::SheetMarks& marks, WallTime now) {
    const auto read = TRY(documents.open(print.opened->file.content, now));
    if (read->facts().verdict.judgement != verify::Judgement::valid)
        return fail(ErrorKind::integrity, "document.no-longer-valid", Remedy::attendant);
    document::Sheet sheet = TRY(read->sheet(marks));
    return drivers::PrintDocument{std::move(sheet.pdf), sheet.pages, print.code.copyNumber};
}

/// The intent is durable before the first byte goes to the printer.
Result<int> printWithLedger(Printer& printer, printing::PageLedger& ledger, const Clock& clock,
                            const command::PrintCopy& print, const drivers::PrintDocument& sheet,
                            const std::stop_token& stop) {
    TRY(ledger.reserve(print.code.copyNumber, print.licence.region.code, sheet.pages,
                       clock.wall()));
    const drivers::PrinterStatus status = TRY(printer.status(stop));
    TRY(ledger.commit(print.code.copyNumber, status.lifePages, clock.wall()));
    const int jobId = TRY(printer.submit(sheet, stop));
    TRY(ledger.sent(print.code.copyNumber, jobId, clock.wall()));
    return jobId;
}

} // namespace

void Effects::carryOut(const command::PrintCopy& print) {
    at_.documentWorker.submit(
        [this, visit = visit_, print, language = language_](const std::stop_token&) {
            Result<drivers::PrintDocument> sheet =
                composeCopy(at_.documents, print, marksOf(at_, print, language), at_.clock.wall());
            if (!sheet)
                return answer(visit, event::JobAccepted{std::unexpected(sheet.error())});
            at_.loop.post([this, visit, print, sheet = std::move(*sheet)]() mutable {
                if (visit == visit_)
                    sendToPrinter(std::move(print), std::move(sheet));
            });
        });
}

void Effects::sendToPrinter(command::PrintCopy print, drivers::PrintDocument sheet) {
    at_.printerWorker.submit([this, visit = visit_, print = std::move(print),
                              sheet = std::move(sheet)](const std::stop_token& stop) {
        answer(visit, event::JobAccepted{at_.printer.use([&](Printer& printer) {
                   return printWithLedger(printer, at_.ledger, at_.clock, print, sheet, stop);
               })});
    });
}

void Effects::carryOut(const command::FollowJob& follow) {
    at_.loop.after(kBetweenLooksAtJob, [this, visit = visit_, follow] {
        at_.printerWorker.submit([this, visit, follow](const std::stop_token& stop) {
            event::PrintMoved moved;
            moved.progress = at_.printer.use(
                [&](Printer& printer) { return printer.progress(follow.jobId, stop); });
            if (const auto status =
                    at_.printer.use([&](Printer& printer) { return printer.status(stop); }))
                moved.printer = *status;
            answer(visit, std::move(moved));
        });
    });
}

void Effects::carryOut(const command::RecordProgress& what) {
    inLedger([this, what] {
        return printing::record(at_.ledger, what.copyNumber, what.before, what.after,
                                at_.clock.wall());
    });
}

void Effects::carryOut(const command::ReportCopy& report) {
    if (report.pages == 0)
        inLedger([this, number = report.copyNumber] {
            return at_.ledger.voided(number, at_.clock.wall());
        });
    confirmCopy(at_, report.region.code, report.copyNumber, report.pages);
}

void Effects::inLedger(std::function<Result<>()> write) {
    at_.printerWorker.submit([write = std::move(write)](const std::stop_token&) {
        if (const Result<> written = write(); !written)
            log::error("visit", "the page ledger was not written",
                       {{"code", written.error().code()}});
    });
}

void Effects::carryOut(const command::CancelJob& cancel) {
    at_.printerWorker.submit([this, cancel](const std::stop_token& stop) {
        const Result<> cancelled =
            at_.printer.use([&](Printer& printer) { return printer.cancel(cancel.jobId, stop); });
        if (!cancelled)
            log::warning("visit", "a job could not be cancelled",
                         {{"code", cancelled.error().code()}});
    });
}

void Effects::carryOut(const command::PrintSlip& slip) {
    at_.printerWorker.submit(
        [this, visit = visit_, slip, language = language_](const std::stop_token& stop) {
            const auto print = [&](Printer& printer) -> Result<> {
                const document::Sheet sheet = TRY(document::composeSlip(keptSlip(
                    {at_.paperTexts, language}, slip.pickupNumber, at_.place, at_.clock.wall())));
                TRY(printer.submit({sheet.pdf, sheet.pages, "slip"}, stop));
                return {};
            };
            answer(visit, event::SlipPrinted{at_.printer.use(print)});
        });
}

} // namespace kiosk::visit
