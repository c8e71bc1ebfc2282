// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/confirm_copy.h"

#include "firmware/base/log.h"
#include "firmware/printing/print_job.h"

namespace kiosk::visit {

namespace {

using drivers::Printer;

void logFailure(std::string_view sentence, const Error& error) {
    log::error("visit", sentence, {{"code", error.code()}});
}

/// Not said now: said later from the outbox.
void keepConfirmation(Workplace& at, const RegionLink& link, const authority::Request& request) {
    const auto sealed = link.authority.seal(request);
    if (!sealed)
        return logFailure("a confirmation could not be sealed", sealed.error());
    at.storeWorker.submit(
        [&at, region = link.authority.region().code, sealed = *sealed](const std::stop_token&) {
            if (const auto kept = at.outbox.accept(region, sealed, at.clock.wall()); !kept)
                logFailure("a confirmation could not be kept", kept.error());
        });
}

printing::Evidence evidenceOf(Workplace& at, const printing::LedgerEntry& entry,
                              const std::stop_token& stop) {
    const auto status = at.printer.use([&](Printer& printer) { return printer.status(stop); });
    std::optional<drivers::JobProgress> job;
    if (entry.jobId)
        if (auto progress = at.printer.use(
                [&](Printer& printer) { return printer.progress(*entry.jobId, stop); }))
            job = std::move(*progress);
    return printing::weigh(entry, status ? status->lifePages : std::nullopt, job);
}

void settle(Workplace& at, const printing::LedgerEntry& entry, const std::stop_token& stop) {
    const bool allOut = evidenceOf(at, entry, stop) == printing::Evidence::everythingCameOut;
    const Result<> written = allOut ? at.ledger.taken(entry.copyNumber, at.clock.wall())
                                    : at.ledger.voided(entry.copyNumber, at.clock.wall());
    if (!written)
        return logFailure("an interrupted copy could not be settled", written.error());
    confirmCopy(at, entry.regionCode, entry.copyNumber, allOut ? entry.pages : 0);
}

} // namespace

void confirmCopy(Workplace& at, const std::string& regionCode, const std::string& copyNumber,
                 int pages) {
    RegionLink* link = linkOf(at, regionCode);
    if (link == nullptr)
        return log::error("visit", "a copy's region is not configured", {{"region", regionCode}});
    const authority::Request request{.key = randomUuid(at.random),
                                     .operation = authority::Operation::confirmCopy,
                                     .copyNumber = copyNumber,
                                     .pages = pages};
    link->worker.submit([&at, link, request](const std::stop_token& stop) {
        if (!link->authority.confirmCopy(request.copyNumber, request.pages, stop))
            keepConfirmation(at, *link, request);
    });
}

void settleInterruptedCopies(Workplace& at) {
    at.printerWorker.submit([&at](const std::stop_token& stop) {
        const auto interrupted = at.ledger.recover(at.clock.wall());
        if (!interrupted)
            return logFailure("interrupted copies could not be read", interrupted.error());
        for (const printing::LedgerEntry& entry : *interrupted)
            settle(at, entry, stop);
    });
}

} // namespace kiosk::visit
