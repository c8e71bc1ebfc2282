// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/document/sheet/paper_ink.h"

#include <cmath>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "firmware/base/files.h"
#include "tests/support/cairo_output.h"
#include "tests/support/child_process.h"
#include "tests/support/simulated_receipt_printer.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::tests {

namespace {

constexpr double kPointsPerInch = 72;
constexpr double kMillimetresPerInch = 25.4;

/// Runs one of Poppler's programs on a PDF; returns the file it wrote.
Bytes askPoppler(const Bytes& pdf, std::vector<std::string> command, const std::string& answer) {
    const TemporaryFolder folder;
    REQUIRE(writeFile(folder.path() / "in.pdf", pdf));
    for (std::string& word : command)
        if (word == "IN" || word == "OUT")
            word = folder.path() / (word == "IN" ? "in.pdf" : "out");
    auto program =
        ChildProcess::start({.command = std::move(command), .log = folder.path() / "log"});
    REQUIRE(program);
    program->wait();
    return readFile(folder.path() / answer).value();
}

Ink inkOfA8(cairo_surface_t* surface) {
    cairo_surface_flush(surface);
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const std::ptrdiff_t stride = cairo_image_surface_get_stride(surface);
    const int width = cairo_image_surface_get_width(surface);
    std::vector<int> dark;
    for (int y = 0; y < cairo_image_surface_get_height(surface); ++y, data += stride)
        dark.insert(dark.end(), data, data + width);
    return {width, std::move(dark)};
}

/// A PGM's dots, from white to dark.
Ink inkOfPgm(const Bytes& pgm) {
    std::istringstream head(toText(pgm));
    std::string magic;
    int width = 0;
    int height = 0;
    int most = 0;
    head >> magic >> width >> height >> most;
    REQUIRE(magic == "P5");
    std::vector<int> dark;
    for (std::size_t at = pgm.size() - static_cast<std::size_t>(width * height); at < pgm.size();
         ++at)
        dark.push_back(most - std::to_integer<int>(pgm[at]));
    return {width, std::move(dark)};
}

} // namespace

void printWith(const std::filesystem::path& fontsFile) {
    FcConfig* config = FcConfigCreate();
    const auto* path = reinterpret_cast<const FcChar8*>(fontsFile.c_str());
    REQUIRE(FcConfigParseAndLoad(config, path, FcTrue));
    REQUIRE(FcConfigBuildFonts(config));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(pango_cairo_font_map_get_default()), config);
    FcConfigDestroy(config);
}

void printWithOurFonts() {
    printWith(KIOSK_SOURCE_DIR "/assets/fonts/fonts.conf");
}

Ink setAlone(const std::string& text, const Type& type, double dotsPerInch) {
    const double em = type.points * dotsPerInch / kPointsPerInch;
    const int height = static_cast<int>(std::ceil(2 * em));
    const int width = static_cast<int>(std::ceil(static_cast<double>(text.size() + 2) * em));
    const SurfacePtr surface(cairo_image_surface_create(CAIRO_FORMAT_A8, width, height));
    const ContextPtr context(cairo_create(surface.get()));
    PangoLayout* layout = pango_cairo_create_layout(context.get());
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(pango_layout_get_context(layout), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(pango_layout_get_context(layout), FALSE);
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, type.family.c_str());
    pango_font_description_set_absolute_size(font, em * PANGO_SCALE);
    if (type.weight == document::TextStyle::Weight::bold)
        pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_fallback_new(FALSE));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    cairo_move_to(context.get(), em / 2, 0);
    pango_cairo_show_layout(context.get(), layout);
    g_object_unref(layout);
    return inkOfA8(surface.get()).cropped();
}

Ink burnedStrip(const document::Slip& slip) {
    ReceiptPrinterModel model;
    const auto printer = openSimulatedReceiptPrinter(model).value();
    const drivers::PrintDocument printed{
        .jobName = "slip",
        .drawPage = [&](int, const drivers::RasterForm& form) -> Result<drivers::RasterPage> {
            auto strip = TRY(document::drawSlipStrip(slip, form.width, form.dotsPerInch));
            return drivers::RasterPage{strip.width, strip.height, std::move(strip.dots)};
        }};
    const int job = printer->submit(printed, {}).value();
    REQUIRE(printer->progress({job, 1}, {})->state == drivers::JobState::completed);
    const auto strips = model.strips();
    REQUIRE(strips.size() == 1);
    std::vector<int> dark;
    for (const std::byte eight : strips.front().dots)
        for (unsigned bit = 0; bit < 8; ++bit)
            dark.push_back((eight & std::byte{0x80} >> bit) == std::byte{} ? 0 : 255);
    return {static_cast<int>(ReceiptPrinterModel::kBytesPerRow) * 8, std::move(dark)};
}

Ink pageOf(const Bytes& pdf, double dotsPerInch, const document::BoxMm& area) {
    const std::string dpi = std::to_string(static_cast<int>(dotsPerInch));
    const Ink page = inkOfPgm(
        askPoppler(pdf, {"pdftoppm", "-gray", "-r", dpi, "-singlefile", "IN", "OUT"}, "out.pgm"));
    const auto dots = [&](double mm) {
        return static_cast<int>(std::lround(mm * dotsPerInch / kMillimetresPerInch));
    };
    return page.part(dots(area.x), dots(area.y), dots(area.width), dots(area.height));
}

std::string textOf(const Bytes& pdf) {
    std::string text = toText(askPoppler(pdf, {"pdftotext", "IN", "OUT"}, "out"));
    for (const std::string_view mark : {"\u2066", "\u2068", "\u2069", "\u202A", "\u202B", "\u202C"})
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.erase(at, mark.size());
    return text;
}

std::string fontsOf(const Bytes& pdf) {
    return toText(askPoppler(pdf, {"pdffonts", "IN"}, "log"));
}

} // namespace kiosk::tests
