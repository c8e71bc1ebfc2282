// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/effects.h"

namespace kiosk::visit {

namespace {

/// As wide as the look screen ever shows a page, with some in hand for zoom.
constexpr int kScreenPageWidth = 1400;

const Purpose kLookPurpose{.key = "look", .text = "自助终端查看"};

Result<document::Picture> drawForScreen(reading::OpenedFile& file, std::size_t page) {
    const document::Dpi density = document::dpiForWidth(file.facts().pages[page], kScreenPageWidth);
    return file.picture(page, density, document::Document::Use::screen);
}

Result<SharedLicence> openLicence(reading::Reader& documents, LicenceFile file, WallTime now) {
    const auto read = TRY(documents.open(file.content, now));
    auto opened = std::make_shared<OpenedLicence>();
    for (std::size_t page = 0; page < read->facts().pages.size(); ++page)
        opened->pages.push_back(
            std::make_shared<document::Picture>(TRY(drawForScreen(*read, page))));
    opened->verdict = read->facts().verdict;
    opened->file = std::move(file);
    opened->retrievedAt = now;
    return opened;
}

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
        return answer(visit_, event::LicenceOpened{std::unexpected(unknownRegion())});
    link->worker.submit([this, visit = visit_, link,
                         identifier = open.licence.identifier](const std::stop_token& stop) {
        Result<LicenceFile> file = link->authority.fetch(identifier, kLookPurpose, stop);
        if (!file)
            return answer(visit, event::LicenceOpened{std::unexpected(file.error())});
        at_.loop.post([this, visit, file = std::move(*file)]() mutable {
            if (visit == visit_)
                judgeAndDraw(std::move(file));
        });
    });
}

void Effects::judgeAndDraw(LicenceFile file) {
    at_.documentWorker.submit([this, visit = visit_,
                               file = std::move(file)](const std::stop_token&) mutable {
        answer(visit,
               event::LicenceOpened{openLicence(at_.documents, std::move(file), at_.clock.wall())});
    });
}

void Effects::carryOut(const command::CheckCopy& check) {
    RegionLink* link = linkOf(at_, check.code.regionCode);
    if (link == nullptr)
        return answer(visit_,
                      event::CopyChecked{std::unexpected(unknownRegion()), at_.clock.wall()});
    link->worker.submit(
        [this, visit = visit_, link, number = check.code.copyNumber](const std::stop_token& stop) {
            answer(visit,
                   event::CopyChecked{link->authority.checkCopy(number, stop), at_.clock.wall()});
        });
}

} // namespace kiosk::visit
