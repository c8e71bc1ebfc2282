// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/confirm_copy.h"

#include "firmware/base/log.h"

namespace kiosk::visit {

namespace {

/// Not said now: said later from the outbox.
void keepConfirmation(Workplace& at, const RegionLink& link, const authority::Request& request,
                      const Recorded& recorded) {
    const auto sealed = link.authority.seal(request);
    if (!sealed) {
        log::tell<"visit.confirmation-not-sealed">(sealed.error());
        return recorded(std::unexpected(sealed.error()));
    }
    at.storeWorker.submit([&at, region = link.authority.region().code, sealed = *sealed,
                           recorded](const std::stop_token&) {
        const Result<> kept = at.outbox.accept(region, sealed, at.clock.wall());
        if (kept)
            at.somethingKept();
        else
            log::tell<"visit.confirmation-not-kept">(kept.error());
        recorded(kept);
    });
}

} // namespace

void confirmCopy(Workplace& at, const std::string& regionCode, const std::string& copyNumber,
                 int pages, const Recorded& recorded) {
    at.record(pages > 0 ? audit::entry<"copy.printed">(regionCode, pages)
                        : audit::entry<"copy.void">(regionCode));
    RegionLink* link = linkOf(at, regionCode);
    if (link == nullptr)
        return log::tell<"visit.copy-region-unknown">(regionCode);
    const authority::Request request{.key = randomUuid(at.random),
                                     .operation = authority::Operation::confirmCopy,
                                     .copyNumber = copyNumber,
                                     .pages = pages};
    link->worker.submit([&at, link, request, recorded](const std::stop_token& stop) {
        if (!link->authority.confirmCopy(request.copyNumber, request.pages, stop))
            return keepConfirmation(at, *link, request, recorded);
        recorded({});
    });
}

} // namespace kiosk::visit
