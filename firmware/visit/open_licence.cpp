// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/open_licence.h"

#include "firmware/visit/data_report.h"
#include "firmware/visit/view.h"

namespace kiosk::visit {

namespace {

using Pages = std::vector<document::SharedPicture>;

/// As wide as the look screen ever shows a page, with some in hand for zoom.
constexpr int kScreenPageWidth = 1400;

Result<Pages> drawForScreen(reading::OpenedFile& file) {
    Pages pages;
    for (std::size_t page = 0; page < file.facts().pages.size(); ++page) {
        const document::Dpi density =
            document::dpiForWidth(file.facts().pages[page], kScreenPageWidth);
        pages.push_back(std::make_shared<document::Picture>(
            TRY(file.picture(page, density, document::Document::Use::screen))));
    }
    return pages;
}

} // namespace

std::vector<std::string> privateWords(const Licence& licence, const Holder& person) {
    std::vector<std::string> words{licence.number, licence.holder.code, person.code, person.name};
    if (licence.holder.kind == Holder::Kind::person)
        words.push_back(licence.holder.name);
    if (!person.latinName.empty())
        words.push_back(person.latinName);
    return words;
}

Result<SharedLicence> openLicence(reading::Reader& documents, LicenceFile file,
                                  const std::vector<std::string>& privateWords, WallTime now) {
    const auto read = TRY(documents.open(file.content, now));
    auto opened = std::make_shared<OpenedLicence>();
    opened->pages = TRY(drawForScreen(*read));
    opened->printable = read->facts().printable;
    opened->dataFindings = TRY(dataFindings(*read, localDate(now)));
    TRY(read->cover(privateWords));
    opened->coveredPages = TRY(drawForScreen(*read));
    opened->verdict = read->facts().verdict;
    opened->file = std::move(file);
    opened->retrievedAt = now;
    return opened;
}

} // namespace kiosk::visit
