// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/recovery.h"

#include "firmware/base/log.h"
#include "firmware/printing/print_job.h"
#include "firmware/visit/confirm_copy.h"

namespace kiosk::visit {

namespace {

constexpr Rounds::Pace kPace{std::chrono::seconds(2), std::chrono::seconds(16)};
/// A printer that lost the same power as the kiosk needs this long to be asked what it did.
constexpr std::chrono::minutes kWaitForPrinter{5};

std::optional<int> pagesOut(Workplace& at, const printing::LedgerEntry& entry,
                            const std::stop_token& stop) {
    const auto status = at.printer.status(stop);
    std::optional<drivers::JobProgress> job;
    if (entry.jobId)
        if (auto progress = at.printer.progress({*entry.jobId, entry.pages}, stop))
            job = std::move(*progress);
    return printing::weigh(entry, status ? status->lifePages : std::nullopt, job);
}

Result<InterruptedCopy> settle(Workplace& at, const printing::LedgerEntry& entry,
                               const std::stop_token& stop) {
    InterruptedCopy copy{entry.pages, pagesOut(at, entry, stop)};
    TRY(copy.isWhole() ? at.ledger.taken(entry.copyNumber, at.clock.wall())
                       : at.ledger.voided(entry.copyNumber, at.clock.wall()));
    log::tell<"visit.copy-settled">(copy.pages, copy.pagesOut);
    at.loop.post([&at, entry, pages = copy.isWhole() ? entry.pages : 0] {
        confirmCopy(at, entry.regionCode, entry.copyNumber, pages);
    });
    return copy;
}

} // namespace

Recovery::Recovery(Workplace& workplace, Found found)
    : at_(workplace),
      found_(std::move(found)),
      startedAt_(workplace.clock.steady()),
      rounds_(workplace.loop, kPace, [this] { look(); }) {
    at_.printerWorker.submit([this](const std::stop_token&) {
        if (const auto entries = at_.ledger.recover(at_.clock.wall()); !entries)
            log::tell<"visit.copies-not-read">(entries.error());
    });
    look();
}

void Recovery::look() {
    at_.printerWorker.submit([this](const std::stop_token& stop) {
        settleWhenClear(stop);
        at_.loop.post([this, settled = settled_] { settled ? rounds_.rest() : rounds_.next(); });
    });
    if (at_.receipts)
        at_.receipts->worker.submit(
            [this](const std::stop_token& stop) { (void)at_.receipts->printer.tidy(stop); });
}

/// Without a copy to settle the printer need not be there.
void Recovery::settleWhenClear(const std::stop_token& stop) {
    const bool clear = at_.printer.tidy(stop).has_value();
    const bool patienceOver = at_.clock.steady() - startedAt_ >= kWaitForPrinter;
    if (settled_)
        return;
    const auto interrupted = at_.ledger.interrupted();
    if (!clear && !patienceOver && !(interrupted && interrupted->empty()))
        return;
    const auto settled = settleInterruptedCopies(at_, stop);
    if (!settled)
        return log::tell<"visit.copy-not-settled">(settled.error());
    settled_ = true;
    if (!settled->empty())
        at_.loop.post([this, last = settled->back()] { found_(last); });
}

Result<std::vector<InterruptedCopy>> settleInterruptedCopies(Workplace& at,
                                                             const std::stop_token& stop) {
    std::vector<InterruptedCopy> copies;
    const auto interrupted = TRY(at.ledger.interrupted());
    copies.reserve(interrupted.size());
    for (const printing::LedgerEntry& entry : interrupted)
        copies.push_back(TRY(settle(at, entry, stop)));
    return copies;
}

} // namespace kiosk::visit
