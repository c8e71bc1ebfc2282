// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/opened_pdf.h"

#include <algorithm>
#include <array>

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

/// Pixels from left and top to before right and bottom.
struct Tile {
    int left, top, right, bottom;
};

/// The mean colour of a tile's pixels.
std::uint32_t meanOf(document::Picture& picture, const Tile& tile) {
    std::array<std::uint64_t, 3> sums{};
    for (int y = tile.top; y < tile.bottom; ++y)
        for (int x = tile.left; x < tile.right; ++x)
            for (std::size_t part = 0; part < sums.size(); ++part)
                sums.at(part) += pixelAt(picture, x, y) >> (8 * part) & 0xFFU;
    const auto count = static_cast<std::uint64_t>(tile.bottom - tile.top) *
                       static_cast<std::uint64_t>(tile.right - tile.left);
    std::uint32_t mean = 0xFF00'0000U;
    for (std::size_t part = 0; part < sums.size(); ++part)
        mean |= static_cast<std::uint32_t>(sums.at(part) / count) << (8 * part);
    return mean;
}

/// Every pixel of a tile becomes the mean of them all.
void coarsen(document::Picture& picture, int size) {
    for (int top = 0; top < picture.height; top += size)
        for (int left = 0; left < picture.width; left += size) {
            const Tile tile{left, top, std::min(left + size, picture.width),
                            std::min(top + size, picture.height)};
            const std::uint32_t mean = meanOf(picture, tile);
            for (int y = tile.top; y < tile.bottom; ++y)
                std::fill_n(&pixelAt(picture, left, y), tile.right - left, mean);
        }
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
