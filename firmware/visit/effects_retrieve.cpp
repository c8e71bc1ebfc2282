// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/data_report.h"
#include "firmware/visit/effects.h"
#include "firmware/visit/open_licence.h"
#include "firmware/visit/view.h"

namespace kiosk::visit {

namespace {

const Purpose kLookPurpose{.key = "look", .text = "自助终端查看"};

Error unknownRegion() {
    return {ErrorKind::configuration, "authority.unknown-region", Remedy::configuration};
}

/// What a region hands out is believed where its signature, the person and the time fit; only then
/// are licences asked for by it.
Result<Company> judged(const Workplace& at, authority::Authority& authority,
                       const authority::GrantEntry& entry, const Holder& person,
                       const std::stop_token& stop) {
    const WallTime now = at.clock.wall();
    const Grant& grant = entry.grant;
    Company company{grant,
                    std::string(at.grantVerifier.objection(grant, person, localDate(now), now))};
    if (company.objection.empty() && grant.regionCode != authority.region().code)
        company.objection = "grant.not-this-region";
    if (company.objection.empty() && entry.isRevoked)
        company.objection = "grant.revoked";
    if (!company.objection.empty())
        return company;
    auto licences = authority.searchBy(grant, stop);
    if (!licences && licences.error().kind() != ErrorKind::refused)
        return std::unexpected(licences.error());
    if (!licences) {
        company.objection = licences.error().code();
        return company;
    }
    std::erase_if(*licences, [&grant](const Licence& licence) {
        return licence.holder.code != grant.enterprise.code || !coversType(grant, licence.typeCode);
    });
    if (licences->empty())
        company.objection = "grant.not-covered";
    company.licences = std::move(*licences);
    return company;
}

Result<std::vector<Company>> companiesOf(const Workplace& at, authority::Authority& authority,
                                         const Holder& person, const std::stop_token& stop) {
    std::vector<Company> companies;
    const auto entries = TRY(authority.grants(person, stop));
    for (const authority::GrantEntry& entry : entries)
        companies.push_back(TRY(judged(at, authority, entry, person, stop)));
    return companies;
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

void Effects::carryOut(const command::AskGrants& ask) {
    for (const Region& region : ask.regions) {
        RegionLink* link = linkOf(at_, region.code);
        if (link == nullptr) {
            answer(visit_, event::GrantsAnswered{region, std::unexpected(unknownRegion())});
            continue;
        }
        link->worker.submit([this, visit = visit_, link, region,
                             person = ask.person](const std::stop_token& stop) {
            answer(visit,
                   event::GrantsAnswered{region, companiesOf(at_, link->authority, person, stop)});
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
            link->authority.fetch({open.licence.identifier, kLookPurpose, open.grantNumber}, stop);
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
