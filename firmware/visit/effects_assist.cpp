// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/log.h"
#include "firmware/visit/effects.h"
#include "firmware/visit/machine.h"
#include "firmware/visit/view.h"

namespace kiosk::visit {

void Effects::carryOut(const command::AskWhetherToHelp& ask) {
    at_.storeWorker.submit([this, visit = visit_, ask](const std::stop_token&) {
        answer(visit,
               event::HelpAllowed{at_.assistBook.mayHelp(ask.pair, localDate(at_.clock.wall()))});
    });
}

/// The log names the record, which names nobody.
void Effects::carryOut(const command::RecordConsent& record) {
    at_.storeWorker.submit([this, visit = visit_, record,
                            language = language_.tag](const std::stop_token&) {
        const WallTime now = at_.clock.wall();
        const Result<std::int64_t> kept = at_.assistBook.record(
            {record.pair, std::string(kConsentWords), language}, localDate(now), now);
        if (kept) {
            log::tell<"visit.consent-recorded">(*kept);
            at_.record(audit::entry<"help.consented">(*kept));
        }
        answer(visit, event::ConsentRecorded{kept ? Result<>() : std::unexpected(kept.error())});
    });
}

} // namespace kiosk::visit
