// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/log.h"
#include "firmware/document/sheet/sheet.h"
#include "firmware/visit/confirm_copy.h"
#include "firmware/visit/effects.h"
#include "firmware/visit/view.h"

namespace kiosk::visit {

namespace {

using drivers::Printer;

constexpr std::chrono::milliseconds kBetweenLooksAtJob{300};
/// A lost reply is the normal accident: the same key asks for the same reservation again.
constexpr int kReserveAttempts = 3;

Result<std::string> reserve(authority::Authority& authority, const command::ReserveCopy& what,
                            const std::string& key, const std::stop_token& stop) {
    for (int attempt = 1;; ++attempt) {
        const auto reserved =
            authority.reserveCopy(what.licence.identifier, what.purpose, key, stop);
        if (reserved)
            return reserved->copyNumber;
        if (attempt == kReserveAttempts || reserved.error().kind() != ErrorKind::unavailable)
            return std::unexpected(reserved.error());
    }
}

document::SheetMarks marksOf(const command::PrintCopy& print, const std::string& place,
                             WallTime now) {
    const CopyCode code{print.licence.region.code, print.copyNumber};
    return {.purpose = print.purpose.text,
            .copyNumber = print.copyNumber,
            .code = toText(code),
            .printedAt = localDateTime(now),
            .statusLine = "状态截至 " + localDateTime(print.opened->retrievedAt) + "：有效",
            .kioskName = place};
}

/// Judges again what is about to be printed: the sheet shows what was checked, and nothing else.
Result<drivers::PrintDocument> composeCopy(reading::Reader& documents,
                                           const command::PrintCopy& print,
                                           const document::SheetMarks& marks, WallTime now) {
    const auto read = TRY(documents.open(print.opened->file.content, now));
    if (read->facts().verdict.judgement != verify::Judgement::valid)
        return fail(ErrorKind::integrity, "document.no-longer-valid", Remedy::attendant);
    document::Sheet sheet = TRY(read->sheet(marks));
    return drivers::PrintDocument{std::move(sheet.pdf), sheet.pages, print.copyNumber};
}

/// The intent is durable before the first byte goes to the printer.
Result<int> printWithLedger(Printer& printer, printing::PageLedger& ledger, const Clock& clock,
                            const command::PrintCopy& print, const drivers::PrintDocument& sheet,
                            const std::stop_token& stop) {
    TRY(ledger.reserve(print.copyNumber, print.licence.region.code, sheet.pages, clock.wall()));
    const drivers::PrinterStatus status = TRY(printer.status(stop));
    TRY(ledger.commit(print.copyNumber, status.lifePages, clock.wall()));
    const int jobId = TRY(printer.submit(sheet, stop));
    TRY(ledger.sent(print.copyNumber, jobId, clock.wall()));
    return jobId;
}

} // namespace

void Effects::carryOut(const command::ReserveCopy& what) {
    RegionLink* link = linkOf(at_, what.licence.region.code);
    link->worker.submit([this, visit = visit_, link, what,
                         key = randomUuid(at_.random)](const std::stop_token& stop) {
        answer(visit, event::CopyReserved{reserve(link->authority, what, key, stop)});
    });
}

void Effects::carryOut(const command::PrintCopy& print) {
    at_.documentWorker.submit([this, visit = visit_, print](const std::stop_token&) {
        const WallTime now = at_.clock.wall();
        Result<drivers::PrintDocument> sheet =
            composeCopy(at_.documents, print, marksOf(print, at_.place, now), now);
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
    at_.printerWorker.submit([this, visit = visit_, slip](const std::stop_token& stop) {
        const auto print = [&](Printer& printer) -> Result<> {
            const document::Sheet sheet =
                TRY(document::composeSlip({.heading = "已在本机保存，尚未发送",
                                           .lines = {"网络恢复后自动办理，凭取件号在任一终端查询。",
                                                     at_.place, localDateTime(at_.clock.wall())},
                                           .number = slip.pickupNumber}));
            TRY(printer.submit({sheet.pdf, sheet.pages, "slip"}, stop));
            return {};
        };
        answer(visit, event::SlipPrinted{at_.printer.use(print)});
    });
}

} // namespace kiosk::visit
