// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/data_report.h"
#include "firmware/visit/effects.h"
#include "firmware/visit/open_licence.h"

namespace kiosk::visit {

namespace {

const Purpose kLookPurpose{.key = "look", .text = "自助终端查看"};

Error unknownRegion() {
    return {ErrorKind::configuration, "authority.unknown-region", Remedy::configuration};
}

} // namespace

void Effects::carryOut(const command::SearchRegions& search) {
    for (const Region& region : search.regions) {
        RegionLink* link = linkOf(at_, region.code);
        if (link == nullptr) {
            answer(visit_, event::RegionAnswered{region, std::unexpected(unknownRegion())});
            continue;
        }
        link->worker.submit([this, visit = visit_, link, region,
                             holder = search.holder](const std::stop_token& stop) {
            answer(visit, event::RegionAnswered{region, link->authority.search(holder, stop)});
        });
    }
}

void Effects::carryOut(const command::OpenLicence& open) {
    RegionLink* link = linkOf(at_, open.licence.region.code);
    if (link == nullptr)
        return answer(visit_, event::LicenceOpened{std::unexpected(unknownRegion()),
                                                   open.licence.identifier});
    link->worker.submit([this, visit = visit_, link, open](const std::stop_token& stop) {
        Result<LicenceFile> file =
            link->authority.fetch(open.licence.identifier, kLookPurpose, stop);
        if (!file)
            return answer(visit, event::LicenceOpened{std::unexpected(file.error()),
                                                      open.licence.identifier});
        at_.loop.post([this, visit, open, file = std::move(*file)]() mutable {
            if (visit == visit_)
                judgeAndDraw(open, std::move(file));
        });
    });
}

void Effects::judgeAndDraw(const command::OpenLicence& open, LicenceFile file) {
    at_.documentWorker.submit(
        [this, visit = visit_, file = std::move(file), region = open.licence.region,
         identifier = open.licence.identifier,
         words = privateWords(open.licence, open.person)](const std::stop_token&) mutable {
            auto opened = openLicence(*at_.documents, std::move(file), words, at_.clock.wall());
            if (opened)
                reportData(region, (*opened)->dataFindings);
            answer(visit, event::LicenceOpened{std::move(opened), identifier});
        });
}

} // namespace kiosk::visit
