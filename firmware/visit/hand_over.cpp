// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/hand_over.h"

#include "firmware/visit/recovery.h"

namespace kiosk::visit {

using Noted = HandOver::Noted;

Result<int> handOver(Workplace& at, HandOver& copy, const std::stop_token& stop) {
    const auto reserve = [&]() -> Result<> {
        TRY(at.ledger.reserve(copy.copyNumber, copy.regionCode, copy.sheet.pages, at.clock.wall()));
        copy.noted = Noted::reserved;
        return {};
    };
    const auto commit = [&](const drivers::PrinterStatus& status) -> Result<> {
        static_cast<void>(TRY(settleInterruptedCopies(at, stop)));
        TRY(at.ledger.commit(copy.copyNumber, status.lifePages, at.clock.wall()));
        copy.noted = Noted::committed;
        return {};
    };
    if (copy.noted == Noted::nowhere)
        TRY(reserve());
    const int jobId = TRY(at.printer.print(copy.sheet, commit, stop));
    TRY(at.ledger.sent(copy.copyNumber, jobId, at.clock.wall()));
    return jobId;
}

} // namespace kiosk::visit
