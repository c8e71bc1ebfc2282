// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/opened_pdf.h"

#include <algorithm>

#include "firmware/document/paint/cairo_values.h"
#include "firmware/document/sheet/sheet_pages.h"
#include "firmware/reading/pdf_pages.h"
#include "firmware/reading/reader_program.h"

namespace kiosk::reading {

namespace {

constexpr document::Dpi kPrintDensity{300};

/// Paints the picture over a page of this size.
void paintOver(cairo_t* context, document::Picture& picture, SizeMm size) {
    auto* bytes = static_cast<unsigned char*>(static_cast<void*>(picture.pixels.data()));
    const document::paint::Surface surface(cairo_image_surface_create_for_data(
        bytes, CAIRO_FORMAT_ARGB32, picture.width, picture.height, picture.width * 4));
    cairo_save(context);
    cairo_scale(context, size.width.value / picture.width, size.height.value / picture.height);
    cairo_set_source_surface(context, surface.get(), 0, 0);
    cairo_paint(context);
    cairo_restore(context);
}

class OpenedPdf final : public OpenedFile {
public:
    OpenedPdf(FileFacts facts, ByteView file, const Patience& patience)
        : facts_(std::move(facts)), file_(file.begin(), file.end()), patience_(patience) {}

    const FileFacts& facts() const override { return facts_; }

    Result<> drawRows(const Rows& wanted, document::Picture& picture) override {
        const auto whole = TRY(document::pagePixels(facts_.pages.at(wanted.page), wanted.density));
        return drawPdfRows(readerProgram(), file_, {wanted.page, whole, wanted.top}, patience_,
                           picture);
    }

    Result<document::Sheet> sheet(const document::SheetMarks& marks) override {
        return document::composeSheet(
            document::SheetPages{.count = facts_.pages.size(),
                                 .size = [this](std::size_t page) { return facts_.pages[page]; },
                                 .draw = [this](std::size_t page, cairo_t* context) -> Result<> {
                                     document::Picture drawn = TRY(picture(
                                         page, kPrintDensity, document::Document::Use::print));
                                     paintOver(context, drawn, facts_.pages[page]);
                                     return {};
                                 }},
            marks);
    }

    Result<Bytes> pdf(std::size_t, std::size_t) override {
        return fail(ErrorKind::unsupported, "document.is-a-pdf", Remedy::citizenAgain);
    }

    Result<std::vector<std::string>> findings() override { return std::vector<std::string>{}; }

private:
    FileFacts facts_;
    Bytes file_;
    Patience patience_;
};

} // namespace

bool isPdf(ByteView file) {
    const ByteView head = bytesOf("%PDF-");
    return file.size() >= head.size() && std::ranges::equal(file.first(head.size()), head);
}

FileFacts factsOf(const verify::CheckedPdf& checked) {
    return {.format = std::string(kPdf),
            .version = checked.file.version,
            .pages = checked.file.pages,
            .objects = checked.file.objects,
            .fonts = checked.file.fonts,
            .verdict = checked.verdict};
}

std::unique_ptr<OpenedFile> openedPdf(FileFacts facts, ByteView file, const Patience& patience) {
    return std::make_unique<OpenedPdf>(std::move(facts), file, patience);
}

} // namespace kiosk::reading
