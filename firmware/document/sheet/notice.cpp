// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/sheet/notice.h"

#include <algorithm>
#include <memory>

#include "firmware/document/sheet/pdf_writer.h"
#include "firmware/document/sheet/printed_text.h"
#include "firmware/document/sheet/strip_paper.h"

namespace kiosk::document {

namespace {

/// Where lines and codes go on one kind of paper, in millimetres.
struct Column {
    double left = 0;
    double width = 0;
    double top = 0;
    double bottom = 0; ///< of a page; a roll has none
    double scale = 1;  ///< of the type
    double code = 0;   ///< side of a code
    int codesInRow = 1;
};

constexpr double kCodeGap = 9; // four modules and more, whatever the code's size
constexpr Column kSheet{
    .left = 18, .width = 174, .top = 16, .bottom = 287, .scale = 1.15, .code = 51, .codesInRow = 3};

Column rollColumn(double width) {
    constexpr double kLargestCode = 64;
    return {.left = kStripMarginMm,
            .width = width,
            .top = 8,
            .bottom = 1e6,
            .code = std::min(kLargestCode, width - 2)};
}

/// Something that stands on one page: how high it is, and how it is drawn below a height.
struct Piece {
    double height = 0;
    std::function<Result<>(cairo_t*, double y)> draw;
};

TextStyle styleOf(Notice::Weight weight, double scale) {
    TextStyle style{.points = 12 * scale, .overflow = TextStyle::Overflow::wrap};
    if (weight != Notice::Weight::plain)
        style.weight = TextStyle::Weight::bold;
    if (weight == Notice::Weight::heading)
        style.points = 17 * scale;
    return style;
}

Piece pieceOf(const Notice::Line& line, const Column& column, cairo_t* scratch) {
    constexpr double kPointsToMm = 25.4 / 72;
    const TextStyle style = styleOf(line.weight, column.scale);
    const bool begins = line.weight != Notice::Weight::plain;
    const double before = begins ? 2.5 : 0.5;
    const double ascent = style.points * kPointsToMm;
    const double height = drawText(scratch, column.left, 0, column.width, line.text, style);
    return {before + height + 0.5, [=](cairo_t* context, double y) -> Result<> {
                drawText(context, column.left, y + before + ascent, column.width, line.text, style);
                return {};
            }};
}

Piece codesPiece(std::vector<std::string> texts, const Column& column) {
    return {
        column.code + kCodeGap,
        [texts = std::move(texts), column](cairo_t* context, double y) -> Result<> {
            double x = column.codesInRow > 1 ? column.left
                                             : column.left + (column.width - column.code) / 2;
            for (const std::string& text : texts) {
                TRY(drawCode(
                    context,
                    {.x = x, .y = y + kCodeGap / 2, .width = column.code, .height = column.code},
                    text, CodeCorrection::medium));
                x += column.code + kCodeGap;
            }
            return {};
        }};
}

std::vector<Piece> piecesOf(const Notice& notice, const Column& column, cairo_t* scratch) {
    std::vector<Piece> pieces;
    for (const Notice::Line& line : notice.lines)
        pieces.push_back(pieceOf(line, column, scratch));
    const auto inRow = static_cast<std::size_t>(column.codesInRow);
    for (std::size_t at = 0; at < notice.codes.size(); at += inRow) {
        const auto first = notice.codes.begin() + static_cast<std::ptrdiff_t>(at);
        const auto count = std::min(inRow, notice.codes.size() - at);
        pieces.push_back(codesPiece({first, first + static_cast<std::ptrdiff_t>(count)}, column));
    }
    return pieces;
}

struct ScratchReleaser {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

/// Which pieces stand on which page.
std::vector<std::vector<Piece>> paged(std::vector<Piece> pieces, const Column& column) {
    std::vector<std::vector<Piece>> pages(1);
    double y = column.top;
    for (Piece& piece : pieces) {
        if (y + piece.height > column.bottom && !pages.back().empty()) {
            pages.emplace_back();
            y = column.top;
        }
        y += piece.height;
        pages.back().push_back(std::move(piece));
    }
    return pages;
}

Result<double> drawPieces(const std::vector<Piece>& pieces, cairo_t* context, double y) {
    cairo_set_source_rgb(context, 0, 0, 0);
    for (const Piece& piece : pieces) {
        TRY(piece.draw(context, y));
        y += piece.height;
    }
    return y;
}

} // namespace

Result<Sheet> composeNotice(const Notice& notice) {
    const std::unique_ptr<cairo_surface_t, ScratchReleaser> surface(
        cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nullptr));
    const std::unique_ptr<cairo_t, ScratchReleaser> scratch(cairo_create(surface.get()));
    const auto pages = paged(piecesOf(notice, kSheet, scratch.get()), kSheet);
    return writePdf(pages.size(), [&](std::size_t page, cairo_t* context) -> Result<> {
        static_cast<void>(TRY(drawPieces(pages[page], context, kSheet.top)));
        return {};
    });
}

Result<SlipStrip> drawNoticeStrip(const Notice& notice, int width, int dotsPerInch) {
    return drawnStrip(width, dotsPerInch,
                      [&notice](double room, cairo_t* context) -> Result<double> {
                          const Column column = rollColumn(room);
                          cairo_push_group(context); // measured apart from what is drawn
                          const auto pieces = piecesOf(notice, column, context);
                          cairo_pattern_destroy(cairo_pop_group(context));
                          return drawPieces(pieces, context, column.top);
                      });
}

} // namespace kiosk::document
