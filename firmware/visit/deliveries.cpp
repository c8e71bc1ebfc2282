// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/deliveries.h"

#include "firmware/base/log.h"

namespace kiosk::visit {

namespace {

constexpr Rounds::Pace kPace{std::chrono::seconds(2), std::chrono::seconds(16)};

outbox::Drainer::Parts partsOf(Workplace& at) {
    outbox::Drainer::Parts parts{
        .outbox = at.outbox, .authorities = {}, .clock = at.clock, .random = at.random};
    for (const RegionLink& link : at.regions)
        parts.authorities.push_back(&link.authority);
    return parts;
}

void recordIfSettled(Workplace& at, const outbox::Due& due, outbox::Settled settled) {
    if (settled == outbox::Settled::delivered)
        at.record(audit::entry<"request.delivered">(due.regionCode));
    if (settled == outbox::Settled::dead)
        at.record(audit::entry<"request.given-up">(due.regionCode));
}

} // namespace

Deliveries::Deliveries(Workplace& workplace)
    : at_(workplace),
      drainer_(partsOf(workplace)),
      rounds_(workplace.loop, kPace, [this] { lookForDue(); }) {
    lookForDue();
}

void Deliveries::lookForDue() {
    at_.storeWorker.submit([this](const std::stop_token&) {
        const auto due = drainer_.next();
        if (!due)
            log::tell<"deliveries.outbox-not-read">(due.error());
        const bool isEmpty = due && !*due && at_.outbox.waiting() == std::size_t{0};
        at_.loop.post([this, due, isEmpty] {
            if (due && *due)
                send(**due);
            else if (isEmpty)
                rounds_.rest();
            else
                rounds_.next();
        });
    });
}

void Deliveries::send(const outbox::Due& due) {
    RegionLink* link = linkOf(at_, due.regionCode);
    link->worker.submit([this, link, due](const std::stop_token& stop) {
        settle(due, link->authority.submit(due.request, stop));
    });
}

void Deliveries::settle(const outbox::Due& due, const Result<>& answer) {
    at_.storeWorker.submit([this, due, answer](const std::stop_token&) {
        const auto settled = drainer_.settle(due, answer);
        if (!settled)
            log::tell<"deliveries.answer-not-stored">(settled.error());
        else
            recordIfSettled(at_, due, *settled);
        at_.loop.post([this] { lookForDue(); });
    });
}

} // namespace kiosk::visit
