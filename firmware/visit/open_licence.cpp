// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/open_licence.h"

#include "firmware/document/raster.h"

namespace kiosk::visit {

namespace {

using Pages = std::vector<document::SharedPicture>;

/// As wide as the look screen ever shows a page, with some in hand for zoom.
constexpr int kScreenPageWidth = 1400;

Result<Pages> drawForScreen(const verify::CheckedDocument& checked) {
    Pages pages;
    for (std::size_t page = 0; page < checked.document.pageCount(); ++page) {
        const document::Dpi density =
            document::dpiForWidth(checked.document.pageSize(page), kScreenPageWidth);
        pages.push_back(std::make_shared<document::Picture>(
            TRY(document::drawToPicture(checked.document, page, density, checked.stamps))));
    }
    return pages;
}

} // namespace

std::vector<std::string> privateWords(const Licence& licence, const Holder& person) {
    std::vector<std::string> words{licence.number, licence.holder.code, person.code, person.name};
    if (licence.holder.kind == Holder::Kind::person)
        words.push_back(licence.holder.name);
    return words;
}

Result<SharedLicence> openLicence(const verify::Verifier& verifier, LicenceFile file,
                                  const std::vector<std::string>& privateWords, WallTime now) {
    verify::CheckedDocument checked = TRY(verifier.check(file.content, now));
    auto opened = std::make_shared<OpenedLicence>();
    opened->pages = TRY(drawForScreen(checked));
    opened->printable = checked.document.printable();
    checked.document.cover(privateWords);
    opened->coveredPages = TRY(drawForScreen(checked));
    opened->verdict = std::move(checked.verdict);
    opened->file = std::move(file);
    opened->retrievedAt = now;
    return opened;
}

} // namespace kiosk::visit
