// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>
#include <memory>

#include <cairo-pdf.h>
#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/document_command.h"
#include "firmware/base/files.h"
#include "firmware/base/text.h"
#include "firmware/document/raster.h"
#include "firmware/verify/verifier.h"

namespace kiosk::app {

namespace {

using document::Document;

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyContext {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;
using Context = std::unique_ptr<cairo_t, DestroyContext>;

/// What is drawn: the document with the stamps of its signatures.
struct Drawing {
    Document document;
    std::vector<document::Stamp> stamps;
};

/// Which pages, counted from 0, and how dense.
struct Wish {
    std::size_t first = 0;
    std::size_t count = 1;
    double dpi = 96;
};

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
    const auto* from = static_cast<const std::byte*>(static_cast<const void*>(data));
    static_cast<Bytes*>(bytes)->insert(static_cast<Bytes*>(bytes)->end(), from, from + length);
    return CAIRO_STATUS_SUCCESS;
}

Result<Bytes> finished(cairo_status_t status, Bytes bytes) {
    if (status != CAIRO_STATUS_SUCCESS)
        return fail(ErrorKind::internal, "document.not-drawn", Remedy::supplier,
                    cairo_status_to_string(status));
    return bytes;
}

Result<Bytes> asPng(const Drawing& drawing, const Wish& wish) {
    document::Picture picture =
        TRY(document::drawToPicture(drawing.document, wish.first, {wish.dpi}, drawing.stamps));
    const Surface surface(cairo_image_surface_create_for_data(
        static_cast<unsigned char*>(static_cast<void*>(picture.pixels.data())), CAIRO_FORMAT_ARGB32,
        picture.width, picture.height, picture.width * 4));
    Bytes bytes;
    const auto status = cairo_surface_write_to_png_stream(surface.get(), append, &bytes);
    return finished(status, std::move(bytes));
}

Result<Bytes> asPdf(const Drawing& drawing, const Wish& wish) {
    constexpr double kPointsPerMm = 72 / 25.4;
    Bytes bytes;
    const Surface surface(cairo_pdf_surface_create_for_stream(append, &bytes, 1, 1));
    for (std::size_t page = wish.first; page < wish.first + wish.count; ++page) {
        const SizeMm size = drawing.document.pageSize(page);
        cairo_pdf_surface_set_size(surface.get(), size.width.value * kPointsPerMm,
                                   size.height.value * kPointsPerMm);
        const Context context(cairo_create(surface.get()));
        cairo_scale(context.get(), kPointsPerMm, kPointsPerMm);
        TRY(drawing.document.draw(page, context.get(), Document::Use::print, drawing.stamps));
        cairo_show_page(context.get());
    }
    cairo_surface_finish(surface.get());
    return finished(cairo_surface_status(surface.get()), std::move(bytes));
}

Result<std::int64_t> wholeNumber(const Arguments& arguments, std::string_view option,
                                 std::int64_t otherwise) {
    const auto text = arguments.value(option);
    if (!text)
        return otherwise;
    const auto number = parseInteger(*text);
    if (!number || *number < 1)
        return fail(ErrorKind::unsupported, "usage.not-a-number", Remedy::citizenAgain, option);
    return *number;
}

Result<Wish> wishFrom(const Arguments& arguments, const Document& file) {
    const auto page = static_cast<std::size_t>(TRY(wholeNumber(arguments, "--page", 1)));
    const auto dpi = TRY(wholeNumber(arguments, "--dpi", 96));
    if (page > file.pageCount())
        return fail(ErrorKind::notFound, "document.no-such-page", Remedy::citizenAgain,
                    std::to_string(page));
    const bool all = !arguments.value("--page").has_value();
    return Wish{page - 1, all ? file.pageCount() : 1, static_cast<double>(dpi)};
}

/// Seals are drawn whatever their worth: judging them is another command.
Result<Drawing> openDrawing(ByteView bytes) {
    auto checked = TRY(verify::Verifier({}).check(bytes, SystemClock().wall()));
    return Drawing{std::move(checked.document), std::move(checked.stamps)};
}

void printJson(const std::string& target, const Wish& wish,
               const std::vector<std::string>& findings) {
    const nlohmann::json answer = {{"file", target},
                                   {"firstPage", wish.first + 1},
                                   {"pages", target.ends_with(".png") ? 1 : wish.count},
                                   {"findings", findings}};
    std::puts(answer.dump(2).c_str());
}

} // namespace

Result<int> drawDocument(std::span<const std::string_view> words) {
    const auto arguments =
        TRY(Arguments::parse(words, std::array<std::string_view, 3>{"--page", "--dpi", "-o"},
                             std::array<std::string_view, 1>{"--json"}));
    const std::string target = arguments.value("-o").value_or("");
    if (!target.ends_with(".png") && !target.ends_with(".pdf"))
        return fail(ErrorKind::unsupported, "usage.missing-argument", Remedy::citizenAgain,
                    "-o FILE.png or FILE.pdf");
    const Drawing drawing = TRY(openDrawing(TRY(readFile(TRY(onlyFile(arguments))))));
    const Wish wish = TRY(wishFrom(arguments, drawing.document));
    const Bytes drawn = TRY(target.ends_with(".png") ? asPng(drawing, wish) : asPdf(drawing, wish));
    TRY(writeFile(target, drawn));
    if (arguments.has("--json"))
        printJson(target, wish, drawing.document.findings());
    else
        for (const std::string& finding : drawing.document.findings())
            std::fprintf(stderr, "kioskctl: finding %s\n", finding.c_str());
    return kExitDone;
}

} // namespace kiosk::app
