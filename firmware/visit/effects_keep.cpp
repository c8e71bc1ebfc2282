// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/effects.h"

namespace kiosk::visit {

namespace {

/// One request for each region, each sealed to it: no region reads what is meant for another.
Result<> keepAll(outbox::Outbox& outbox, const std::vector<RegionLink*>& links,
                 const std::vector<authority::Request>& requests, WallTime now) {
    for (std::size_t i = 0; i < links.size(); ++i) {
        const authority::SealedRequest sealed = TRY(links[i]->authority.seal(requests[i]));
        TRY(outbox.accept(links[i]->authority.region().code, sealed, now));
    }
    return {};
}

} // namespace

void Effects::carryOut(const command::KeepRequest& keep) {
    std::vector<RegionLink*> links;
    std::vector<authority::Request> requests;
    for (const Region& region : keep.regions) {
        RegionLink* link = linkOf(at_, region.code);
        if (link == nullptr)
            continue;
        links.push_back(link);
        requests.push_back({.key = randomUuid(at_.random),
                            .operation = authority::Operation::retrieveLater,
                            .holderCode = keep.holder.code,
                            .holderName = keep.holder.name,
                            .holderCertificate = keep.holder.certificate,
                            .pickupNumber = keep.pickupNumber});
    }
    at_.storeWorker.submit([this, visit = visit_, links = std::move(links),
                            requests = std::move(requests)](const std::stop_token&) {
        answer(visit, event::RequestKept{keepAll(at_.outbox, links, requests, at_.clock.wall())});
        at_.somethingKept(); // of several regions' requests some may be kept where one was not
    });
}

} // namespace kiosk::visit
