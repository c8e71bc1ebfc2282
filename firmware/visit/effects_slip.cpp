// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/log.h"
#include "firmware/visit/effects.h"
#include "firmware/visit/paper.h"
#include "firmware/visit/print_aside.h"

namespace kiosk::visit {

namespace {

using printing::PrintPhase;
using printing::PrintProgress;

constexpr std::chrono::milliseconds kBetweenLooksAtSlip{300};
/// A slip that has not come out by then is not wanted any more: its number was on the screen.
constexpr std::chrono::seconds kSlipPatience{60};

Result<int> printSlipOnRoll(printing::PrinterCare& printer, const document::Slip& slip,
                            const std::stop_token& stop) {
    const auto draw = [slip](int width, int dotsPerInch) {
        return document::drawSlipStrip(slip, width, dotsPerInch);
    };
    return printOnRoll(printer, draw, "slip", stop);
}

Result<int> printSlipOnSheet(Workplace& at, const document::Slip& slip,
                             const std::stop_token& stop) {
    return printAside(at, TRY(document::composeSlip(slip)), "slip", stop);
}

PrintProgress look(printing::PrinterCare& printer, int job, const PrintProgress& before,
                   const std::stop_token& stop) {
    const auto progress = printer.progress({job, before.pages}, stop);
    const auto status = printer.status(stop);
    if (!progress && printing::isForgotten(progress.error()))
        return printing::giveUp(before);
    if (!progress || !status)
        return printing::noAnswer(before);
    return printing::advance(before, *progress, *status);
}

/// A job that is over leaves nothing behind; what does not come clear now does before the next.
void clearAway(printing::PrinterCare& printer, int job, PrintPhase phase,
               const std::stop_token& stop) {
    if (phase == PrintPhase::done)
        return printer.finished(job);
    printer.letGo(job);
    (void)printer.tidy(stop);
}

} // namespace

void Effects::carryOut(const command::PrintSlip& wish) {
    printSlip(SlipKind::kept, keptSlip({at_.paperTexts, language_}, wish.pickupNumber, at_.place,
                                       at_.clock.wall()));
}

void Effects::carryOut(const command::PrintTicket& print) {
    printSlip(SlipKind::ticket,
              windowSlip({at_.paperTexts, language_}, print.ticket, at_.place, at_.clock.wall()));
}

Event Effects::moved(SlipKind kind, PrintPhase phase) {
    if (kind == SlipKind::kept)
        return event::SlipMoved{phase};
    return event::TicketMoved{phase};
}

void Effects::printSlip(SlipKind kind, const document::Slip& slip) {
    const PrinterDesk desk = at_.receipts.value_or(PrinterDesk{at_.printer, at_.printerWorker});
    desk.worker.submit([this, kind, visit = visit_, slip, desk](const std::stop_token& stop) {
        const Result<int> job = at_.receipts ? printSlipOnRoll(desk.printer, slip, stop)
                                             : printSlipOnSheet(at_, slip, stop);
        if (!job) {
            log::tell<"visit.slip-not-printed">(job.error());
            return answer(visit, moved(kind, PrintPhase::unknown));
        }
        at_.loop.post([this, kind, visit, desk, id = *job] {
            follow({kind, visit, desk, id, {}, at_.clock.steady() + kSlipPatience});
        });
    });
}

void Effects::follow(const SlipJob& slip) {
    at_.loop.after(kBetweenLooksAtSlip, [this, slip] {
        slip.desk.worker.submit([this, slip](const std::stop_token& stop) {
            SlipJob moved = slip;
            moved.progress = look(slip.desk.printer, slip.id, slip.progress, stop);
            at_.loop.post([this, moved] { heard(moved); });
        });
    });
}

/// Whoever has left waits for nothing that is stuck: it would come out before the next person.
void Effects::heard(const SlipJob& slip) {
    const PrintPhase phase = slip.progress.phase;
    const bool isAwaited = slip.visit == visit_;
    if (isAwaited)
        deliver_(moved(slip.kind, phase));
    const bool mayYetCome =
        phase == PrintPhase::printing ||
        (isAwaited && phase != PrintPhase::done && phase != PrintPhase::unknown);
    if (mayYetCome && at_.clock.steady() < slip.patienceEnds)
        return follow(slip);
    slip.desk.worker.submit([slip, phase](const std::stop_token& stop) {
        clearAway(slip.desk.printer, slip.id, phase, stop);
    });
}

} // namespace kiosk::visit
