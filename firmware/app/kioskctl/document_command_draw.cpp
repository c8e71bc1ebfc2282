// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <memory>

#include <cairo.h>
#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/document_command.h"
#include "firmware/app/kioskctl/pixel_map.h"
#include "firmware/base/files.h"
#include "firmware/base/text.h"
#include "firmware/reading/confined_reader.h"

namespace kiosk::app {

namespace {

using document::Document;

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;

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

Result<Bytes> asPng(reading::OpenedFile& file, const Wish& wish) {
    document::Picture picture = TRY(file.picture(wish.first, {wish.dpi}, Document::Use::screen));
    const Surface surface(cairo_image_surface_create_for_data(
        static_cast<unsigned char*>(static_cast<void*>(picture.pixels.data())), CAIRO_FORMAT_ARGB32,
        picture.width, picture.height, picture.width * 4));
    Bytes bytes;
    const auto status = cairo_surface_write_to_png_stream(surface.get(), append, &bytes);
    if (status != CAIRO_STATUS_SUCCESS)
        return fail(ErrorKind::internal, "document.not-drawn", Remedy::supplier,
                    cairo_status_to_string(status));
    return bytes;
}

/// Only the wish for a PDF can mean all pages.
bool isOnePage(std::string_view target) {
    return !target.ends_with(".pdf");
}

bool isDrawable(std::string_view target) {
    return target.ends_with(".png") || target.ends_with(".pdf") || target.ends_with(".ppm");
}

Result<> drawTo(const std::string& target, reading::OpenedFile& file, const Wish& wish) {
    if (target.ends_with(".ppm"))
        return writePixelMap(target, file, wish.first, {wish.dpi});
    return writeFile(target, TRY(target.ends_with(".png") ? asPng(file, wish)
                                                          : file.pdf(wish.first, wish.count)));
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

Result<Wish> wishFrom(const Arguments& arguments, std::size_t pages) {
    const auto page = static_cast<std::size_t>(TRY(wholeNumber(arguments, "--page", 1)));
    const auto dpi = TRY(wholeNumber(arguments, "--dpi", 96));
    if (page > pages)
        return fail(ErrorKind::notFound, "document.no-such-page", Remedy::citizenAgain,
                    std::to_string(page));
    const bool all = !arguments.value("--page").has_value();
    return Wish{page - 1, all ? pages : 1, static_cast<double>(dpi)};
}

void printJson(const std::string& target, const Wish& wish,
               const std::vector<std::string>& findings) {
    const nlohmann::json answer = {{"file", target},
                                   {"firstPage", wish.first + 1},
                                   {"pages", isOnePage(target) ? 1 : wish.count},
                                   {"findings", findings}};
    std::puts(answer.dump(2).c_str());
}

} // namespace

Result<int> drawDocument(const Arguments& arguments) {
    const std::string target = arguments.required("-o");
    if (!isDrawable(target))
        return fail(ErrorKind::unsupported, "usage.unknown-picture", Remedy::citizenAgain,
                    "-o " + target + " is no .png, .pdf or .ppm");
    // Seals are drawn whatever their worth: judging them is another command.
    reading::ConfinedReader reader(reading::readerProgram(), {},
                                   reading::ConfinedReader::Spare::none);
    const auto file =
        TRY(reader.open(TRY(readFile(arguments.rest().front())), SystemClock().wall()));
    const Wish wish = TRY(wishFrom(arguments, file->facts().pages.size()));
    TRY(drawTo(target, *file, wish));
    const std::vector<std::string> findings = TRY(file->findings());
    if (arguments.has("--json"))
        printJson(target, wish, findings);
    else
        for (const std::string& finding : findings)
            std::fprintf(stderr, "kioskctl: finding %s\n", finding.c_str());
    return kExitDone;
}

} // namespace kiosk::app
