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

std::uint32_t& pixelAt(document::Picture& picture, int x, int y) {
    return picture.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                          static_cast<std::size_t>(x)];
}

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

/// Tiles of 5 mm: no character of a licence is that large.
constexpr double kCoarseTilesPerInch = 5;

/// Every pixel of a tile becomes the one at its corner.
void coarsen(document::Picture& picture, int tile) {
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            pixelAt(picture, x, y) = pixelAt(picture, x - x % tile, y - y % tile);
}

class OpenedPdf final : public OpenedFile {
public:
    OpenedPdf(FileFacts facts, ByteView file, const Patience& patience)
        : facts_(std::move(facts)), file_(file.begin(), file.end()), patience_(patience) {}

    const FileFacts& facts() const override { return facts_; }

    Result<> drawRows(const Rows& wanted, document::Picture& picture) override {
        const auto whole = TRY(document::pagePixels(facts_.pages.at(wanted.page), wanted.density));
        TRY(drawPdfRows(readerProgram(), file_, {wanted.page, whole, wanted.top}, patience_,
                        picture));
        if (isCovered_)
            coarsen(picture, static_cast<int>(wanted.density.value / kCoarseTilesPerInch) + 1);
        return {};
    }

    Result<> cover(const std::vector<std::string>&) override {
        isCovered_ = true;
        return {};
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
    bool isCovered_ = false;
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
