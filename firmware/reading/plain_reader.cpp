// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/plain_reader.h"

#include "firmware/document/vector.h"
#include "firmware/reading/opened_pdf.h"

namespace kiosk::reading {

namespace {

FileFacts factsOf(const verify::CheckedDocument& checked) {
    const document::Document& file = checked.document;
    FileFacts facts{.format = std::string(kOfd),
                    .version = file.version(),
                    .printable = file.printable(),
                    .objects = file.objects(),
                    .fonts = file.fonts(),
                    .customData = file.customData(),
                    .customTags = file.customTags(),
                    .verdict = checked.verdict};
    for (std::size_t page = 0; page < file.pageCount(); ++page)
        facts.pages.push_back(file.pageSize(page));
    return facts;
}

class PlainOfd final : public OpenedFile {
public:
    explicit PlainOfd(verify::CheckedDocument checked)
        : checked_(std::move(checked)), facts_(factsOf(checked_)) {}

    const FileFacts& facts() const override { return facts_; }

    Result<> drawRows(const Rows& wanted, document::Picture& picture) override {
        const document::Document& file = checked_.document;
        const auto pixels = TRY(document::pagePixels(file, wanted.page, wanted.density));
        return document::drawRows(file, wanted.page, pixels,
                                  {wanted.top, checked_.stamps, wanted.use}, picture);
    }

    Result<> cover(const std::vector<std::string>& words) override {
        checked_.document.cover(words);
        return {};
    }

    Result<document::Sheet> sheet(const document::SheetMarks& marks) override {
        return document::composeSheet(checked_.document, checked_.stamps, marks);
    }

    Result<Bytes> pdf(std::size_t first, std::size_t count) override {
        return document::drawToPdf(checked_.document, first, count, checked_.stamps);
    }

    Result<std::vector<std::string>> findings() override { return checked_.document.findings(); }

private:
    verify::CheckedDocument checked_;
    FileFacts facts_;
};

} // namespace

Result<std::unique_ptr<OpenedFile>> PlainReader::open(ByteView file, WallTime now) {
    if (isPdf(file))
        return openedPdf(factsOf(TRY(verifier_.checkPdf(file, now))), file, {});
    return std::make_unique<PlainOfd>(TRY(verifier_.check(file, now)));
}

} // namespace kiosk::reading
