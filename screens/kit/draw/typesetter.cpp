// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/draw/typesetter.h"

#include <cmath>
#include <set>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

namespace kiosk::kit {
namespace {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

// Chinese text wants full-width quotation marks and dashes, which only the CJK face has.
constexpr const char* kChineseFamilies = "Noto Sans CJK SC, Noto Sans, HanaMinB";
constexpr const char* kLatinFamilies = "Noto Sans, Noto Sans CJK SC, HanaMinB";

/// Han glyphs sit low in the line box of their font; optical centring lifts them by this much.
constexpr double kLiftOfEm = 0.045;

struct Line {
    std::string_view text;
    const TextStyle& style;
    std::string_view lang;
};

bool isChinese(std::string_view lang) {
    return lang.starts_with("zh");
}

PangoAlignment alignment(TextAlign align) {
    switch (align) {
    case TextAlign::start:
        return PANGO_ALIGN_LEFT;
    case TextAlign::centre:
        return PANGO_ALIGN_CENTER;
    case TextAlign::end:
        return PANGO_ALIGN_RIGHT;
    }
    return PANGO_ALIGN_LEFT;
}

void setFont(PangoLayout* layout, const Line& line, double emPx) {
    PangoFontDescription* font = pango_font_description_from_string(
        isChinese(line.lang) ? kChineseFamilies : kLatinFamilies);
    pango_font_description_set_absolute_size(font, emPx * PANGO_SCALE);
    pango_font_description_set_weight(
        font, line.style.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
}

void setLanguage(PangoLayout* layout, std::string_view lang) {
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_language_new(pango_language_from_string(
                                           isChinese(lang) ? "zh-cn" : std::string(lang).c_str())));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

} // namespace

struct Typesetter::Fonts {
    Owned<PangoFontMap> map;
    Owned<PangoContext> context;

    Owned<PangoLayout> layout(const Line& line, double emPx, std::optional<double> widthPx) const;
};

Owned<PangoLayout> Typesetter::Fonts::layout(const Line& line, double emPx,
                                             std::optional<double> widthPx) const {
    Owned<PangoLayout> result(pango_layout_new(context.get()));
    PangoLayout* layout = result.get();
    setFont(layout, line, emPx);
    setLanguage(layout, line.lang);
    pango_layout_set_text(layout, line.text.data(), static_cast<int>(line.text.size()));
    pango_layout_set_alignment(layout, alignment(line.style.align));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    if (widthPx)
        pango_layout_set_width(layout, static_cast<int>(std::ceil(*widthPx) * PANGO_SCALE));
    return result;
}

Typesetter::Typesetter(std::unique_ptr<Fonts> fonts, const Board& board)
    : fonts_(std::move(fonts)), board_(board) {}

Typesetter::~Typesetter() = default;

Result<std::unique_ptr<Typesetter>> Typesetter::open(const std::filesystem::path& fontsFile,
                                                     const Board& board) {
    FcConfig* config = FcConfigCreate();
    const auto* path = reinterpret_cast<const FcChar8*>(fontsFile.c_str());
    if (!FcConfigParseAndLoad(config, path, FcTrue) || !FcConfigBuildFonts(config)) {
        FcConfigDestroy(config);
        return fail(ErrorKind::configuration, "fonts.unreadable", Remedy::configuration,
                    fontsFile.filename().string());
    }
    auto fonts = std::make_unique<Fonts>();
    fonts->map.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map.get()), config);
    FcConfigDestroy(config);
    fonts->context.reset(pango_font_map_create_context(fonts->map.get()));
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(fonts->context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(fonts->context.get(), FALSE);
    return std::unique_ptr<Typesetter>(new Typesetter(std::move(fonts), board));
}

ExtentMm Typesetter::measure(std::string_view text, const TextStyle& style, std::string_view lang,
                             std::optional<double> width) {
    const auto widthPx = width ? std::optional(board_.px(*width)) : std::nullopt;
    const auto layout = fonts_->layout({text, style, lang}, board_.px(style.em), widthPx);
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    return {board_.mm(std::ceil(static_cast<double>(logical.width) / PANGO_SCALE)),
            board_.mm(std::ceil(static_cast<double>(logical.height) / PANGO_SCALE))};
}

void Typesetter::draw(cairo_t* cairo, std::string_view text, const TextStyle& style,
                      std::string_view lang, const RectMm& bounds) {
    const double emPx = board_.px(style.em);
    const auto layout = fonts_->layout({text, style, lang}, emPx, board_.px(bounds.width));
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    const double tall = static_cast<double>(logical.height) / PANGO_SCALE;
    const double lift = isChinese(lang) ? emPx * kLiftOfEm : 0;
    const double top = board_.px(bounds.y) + (board_.px(bounds.height) - tall) / 2 - lift;
    cairo_move_to(cairo, std::round(board_.px(bounds.x)), std::round(top));
    pango_cairo_show_layout(cairo, layout.get());
}

RectMm Typesetter::ink(std::string_view text, const TextStyle& style, std::string_view lang,
                       const RectMm& bounds) {
    cairo_surface_t* recording = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nullptr);
    cairo_t* cairo = cairo_create(recording);
    draw(cairo, text, style, lang, bounds);
    RectMm px;
    cairo_recording_surface_ink_extents(recording, &px.x, &px.y, &px.width, &px.height);
    cairo_destroy(cairo);
    cairo_surface_destroy(recording);
    return {board_.mm(px.x), board_.mm(px.y), board_.mm(px.width), board_.mm(px.height)};
}

std::vector<std::string> Typesetter::families(std::string_view text, const TextStyle& style,
                                              std::string_view lang) {
    const auto layout = fonts_->layout({text, style, lang}, board_.px(style.em), std::nullopt);
    std::set<std::string> names;
    PangoLayoutIter* at = pango_layout_get_iter(layout.get());
    do {
        const PangoLayoutRun* run = pango_layout_iter_get_run_readonly(at);
        if (run == nullptr) // the end of a line
            continue;
        PangoFontDescription* font = pango_font_describe(run->item->analysis.font);
        names.emplace(pango_font_description_get_family(font));
        pango_font_description_free(font);
    } while (pango_layout_iter_next_run(at));
    pango_layout_iter_free(at);
    return {names.begin(), names.end()};
}

int Typesetter::missingGlyphs(std::string_view text, std::string_view lang) {
    const TextStyle style{.em = 6};
    const auto layout = fonts_->layout({text, style, lang}, board_.px(style.em), std::nullopt);
    return pango_layout_get_unknown_glyphs_count(layout.get());
}

} // namespace kiosk::kit
