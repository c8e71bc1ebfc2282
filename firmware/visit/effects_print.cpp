// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/log.h"
#include "firmware/visit/confirm_copy.h"
#include "firmware/visit/effects.h"
#include "firmware/visit/paper.h"
#include "firmware/visit/printable.h"

namespace kiosk::visit {

namespace {

constexpr std::chrono::milliseconds kBetweenLooksAtJob{300};
/// For the copy before to be wound up; whatever else keeps a printer busy is a trouble.
constexpr std::chrono::seconds kWaitForBusyPrinter{30};

document::SheetMarks marksOf(const Workplace& at, const command::PrintCopy& print,
                             const Language& language) {
    return sheetMarks({at.paperTexts, language}, {.purpose = print.purpose,
                                                  .code = print.code,
                                                  .checkedAt = print.opened->retrievedAt,
                                                  .trustList = at.copyVerifier.trustListName(),
                                                  .printedAt = at.clock.wall(),
                                                  .place = at.place,
                                                  .grant = print.grant});
}

/// Judges again what is about to be printed: the sheet shows what was checked, and nothing else.
Result<drivers::PrintDocument> composeCopy(const std::shared_ptr<reading::Reader>& documents,
                                           const command::PrintCopy& print,
                                           const document::SheetMarks& marks, WallTime now) {
    const auto read = TRY(documents->open(print.opened->file.content, now));
    if (read->facts().verdict.judgement != verify::Judgement::valid)
        return fail(ErrorKind::integrity, "document.no-longer-valid", Remedy::attendant);
    document::Sheet sheet = TRY(read->sheet(marks));
    return printable(documents, std::move(sheet), print.code.copyNumber, now);
}

/// How far the copy is. Where the printer has forgotten the job the evidence says what is out, and
/// nothing more will be.
Result<drivers::JobProgress> progressOf(Workplace& at, const command::FollowJob& follow,
                                        const drivers::PrinterStatus& printer,
                                        const std::stop_token& stop) {
    auto progress = at.printer.progress(follow.job, stop);
    if (progress || !printing::isForgotten(progress.error()))
        return progress;
    const auto entry = TRY(at.ledger.find(follow.copyNumber));
    const auto out = entry ? printing::weigh(*entry, printer.lifePages, {}) : std::nullopt;
    return drivers::JobProgress{.state = drivers::JobState::aborted, .pagesOut = out.value_or(0)};
}

void logIfNotWritten(const Result<>& written) {
    if (!written)
        log::tell<"visit.ledger-not-written">(written.error());
}

/// The ledger calls a copy void when that cannot get lost any more: after a power cut in between it
/// is settled once more, and void again.
Result<> noteReported(Workplace& at, const command::ReportCopy& report, const Result<>& told) {
    if (report.pages > 0 || !told)
        return told;
    Result<> noted = at.ledger.voided(report.copyNumber, at.clock.wall());
    logIfNotWritten(noted);
    return noted;
}

} // namespace

void Effects::carryOut(const command::PrintCopy& print) {
    at_.documentWorker.submit(
        [this, visit = visit_, print, language = language_](const std::stop_token&) {
            Result<drivers::PrintDocument> sheet =
                composeCopy(at_.documents, print, marksOf(at_, print, language), at_.clock.wall());
            if (!sheet)
                return answer(visit, event::JobAccepted{std::unexpected(sheet.error())});
            HandOver copy{.copyNumber = print.code.copyNumber,
                          .regionCode = print.licence.region.code,
                          .sheet = std::move(*sheet),
                          .patienceEnds = at_.clock.steady() + kWaitForBusyPrinter};
            at_.loop.post([this, visit, copy = std::move(copy)]() mutable {
                if (visit == visit_)
                    sendToPrinter(std::move(copy));
            });
        });
}

void Effects::sendToPrinter(HandOver copy) {
    at_.printerWorker.submit(
        [this, visit = visit_, copy = std::move(copy)](const std::stop_token& stop) mutable {
            const Result<int> job = handOver(at_, copy, stop);
            const bool busy = !job && job.error().code() == "printer.busy";
            const bool patient = at_.clock.steady() < copy.patienceEnds;
            if (!busy || !patient || !copy.mayBeTriedAgain())
                return answer(visit, event::JobAccepted{job});
            at_.loop.post([this, visit, copy = std::move(copy)]() mutable {
                at_.loop.after(kBetweenLooksAtJob, [this, visit, copy = std::move(copy)]() mutable {
                    if (visit == visit_)
                        sendToPrinter(std::move(copy));
                });
            });
        });
}

void Effects::carryOut(const command::FollowJob& follow) {
    at_.loop.after(kBetweenLooksAtJob, [this, visit = visit_, follow] {
        at_.printerWorker.submit([this, visit, follow](const std::stop_token& stop) {
            const auto status = at_.printer.status(stop);
            const auto printer = status.value_or(drivers::PrinterStatus());
            answer(visit, event::PrintMoved{progressOf(at_, follow, printer, stop), printer});
        });
    });
}

void Effects::carryOut(const command::RecordProgress& what) {
    at_.printerWorker.submit([this, what](const std::stop_token&) {
        logIfNotWritten(printing::record(at_.ledger, what.copyNumber, what.before, what.after,
                                         at_.clock.wall()));
    });
}

void Effects::carryOut(const command::ReportCopy& report) {
    at_.printerWorker.submit([this, report](const std::stop_token& stop) {
        if (report.pages > 0)
            return at_.printer.finished();
        at_.printer.letGo();
        (void)at_.printer.tidy(stop); // what does not succeed now, Recovery goes on with
    });
    const auto recorded = [this, visit = visit_, report](const Result<>& told) {
        at_.printerWorker.submit([this, visit, report, told](const std::stop_token&) {
            answer(visit, event::CopyReported{report.copyNumber, noteReported(at_, report, told)});
        });
    };
    confirmCopy(at_, report.region.code, report.copyNumber, report.pages, recorded);
}

} // namespace kiosk::visit
