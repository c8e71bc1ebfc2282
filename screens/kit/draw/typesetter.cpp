// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/draw/typesetter.h"

#include <algorithm>
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

struct Line {
    std::string_view text;
    const TextStyle& style;
    std::string_view lang;
};

/// Hebrew to Arabic Supplement, U+05C0 … U+077F, by their first bytes.
bool hasLetterFromTheRight(std::string_view text) {
    return std::ranges::any_of(text,
                               [](unsigned char byte) { return byte >= 0xD7 && byte <= 0xDD; });
}

/// A number or Chinese name that stands alone on a screen from the right is none of its sentences:
/// "9199****00X" would be turned round.
bool runsFromTheRight(std::string_view text, const LanguageFacts& language) {
    return language.direction == Direction::rightToLeft && hasLetterFromTheRight(text);
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

void setFont(PangoLayout* layout, const Line& line, const LanguageFacts& language, double emPx) {
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, language.families.c_str());
    pango_font_description_set_absolute_size(font, emPx * PANGO_SCALE);
    pango_font_description_set_weight(
        font, line.style.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
}

void setLanguage(PangoLayout* layout, const LanguageFacts& language, double emPx) {
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(
        attributes, pango_attr_language_new(pango_language_from_string(language.shaping.c_str())));
    if (language.lineHeight)
        pango_attr_list_insert(attributes,
                               pango_attr_line_height_new_absolute(static_cast<int>(
                                   std::round(*language.lineHeight * emPx * PANGO_SCALE))));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

/// Where a line begins with Han, Pango moves other scripts off it, by baselines our fonts do not
/// tell and it makes up.
void alignBaselines(PangoLayout* layout) {
    for (GSList* at = pango_layout_get_lines(layout); at != nullptr; at = at->next)
        for (GSList* run = static_cast<PangoLayoutLine*>(at->data)->runs; run != nullptr;
             run = run->next)
            static_cast<PangoGlyphItem*>(run->data)->y_offset = 0;
}

/// As many lines as before, as even as can be: a character alone on the last line of a button or
/// between two arrows reads as a mistake.
void balance(PangoLayout* layout) {
    const int lines = pango_layout_get_line_count(layout);
    int wide = pango_layout_get_width(layout);
    int narrow = lines > 1 ? wide / lines : wide;
    while (wide - narrow > PANGO_SCALE) {
        const int between = (wide + narrow) / 2;
        pango_layout_set_width(layout, between);
        (pango_layout_get_line_count(layout) > lines ? narrow : wide) = between;
    }
    pango_layout_set_width(layout, wide);
}

} // namespace

struct Typesetter::Fonts {
    Languages languages;
    Owned<PangoFontMap> map;
    Owned<PangoContext> fromTheLeft;
    Owned<PangoContext> fromTheRight;

    Owned<PangoContext> context(PangoDirection direction) const;

    Owned<PangoLayout> layout(const Line& line, double emPx, std::optional<double> widthPx) const;
};

Owned<PangoLayout> Typesetter::Fonts::layout(const Line& line, double emPx,
                                             std::optional<double> widthPx) const {
    const LanguageFacts& language = languages.of(line.lang);
    const bool right = runsFromTheRight(line.text, language);
    Owned<PangoLayout> result(pango_layout_new(right ? fromTheRight.get() : fromTheLeft.get()));
    PangoLayout* layout = result.get();
    pango_layout_set_auto_dir(layout, FALSE);
    setFont(layout, line, language, emPx);
    setLanguage(layout, language, emPx);
    pango_layout_set_text(layout, line.text.data(), static_cast<int>(line.text.size()));
    pango_layout_set_alignment(layout, alignment(line.style.align));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    if (widthPx)
        pango_layout_set_width(layout, static_cast<int>(std::ceil(*widthPx) * PANGO_SCALE));
    if (widthPx && line.style.align == TextAlign::centre)
        balance(layout);
    alignBaselines(layout);
    return result;
}

Owned<PangoContext> Typesetter::Fonts::context(PangoDirection direction) const {
    Owned<PangoContext> result(pango_font_map_create_context(map.get()));
    pango_context_set_base_dir(result.get(), direction);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(result.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(result.get(), FALSE);
    return result;
}

Typesetter::Typesetter(std::unique_ptr<Fonts> fonts, const Board& board)
    : fonts_(std::move(fonts)), board_(board) {}

Typesetter::~Typesetter() = default;

Result<std::unique_ptr<Typesetter>> Typesetter::open(const std::filesystem::path& fontsFile,
                                                     const Board& board,
                                                     const Languages& languages) {
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
    fonts->languages = languages;
    fonts->fromTheLeft = fonts->context(PANGO_DIRECTION_LTR);
    fonts->fromTheRight = fonts->context(PANGO_DIRECTION_RTL);
    return std::unique_ptr<Typesetter>(new Typesetter(std::move(fonts), board));
}

ExtentMm Typesetter::measure(std::string_view text, const TextStyle& style, std::string_view lang,
                             std::optional<double> width) {
    const auto widthPx = width ? std::optional(board_.px(*width)) : std::nullopt;
    const auto layout = fonts_->layout({text, style, lang}, board_.px(style.em), widthPx);
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    const double around = board_.px(style.em) * fonts_->languages.of(lang).overhang;
    return {board_.mm(std::ceil(static_cast<double>(logical.width) / PANGO_SCALE)),
            board_.mm(std::ceil(static_cast<double>(logical.height) / PANGO_SCALE + around))};
}

void Typesetter::draw(cairo_t* cairo, std::string_view text, const TextStyle& style,
                      std::string_view lang, const RectMm& bounds) {
    const double emPx = board_.px(style.em);
    const auto layout = fonts_->layout({text, style, lang}, emPx, board_.px(bounds.width));
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    const double tall = static_cast<double>(logical.height) / PANGO_SCALE;
    const double lift = emPx * fonts_->languages.of(lang).lift;
    const double top = board_.px(bounds.y) + (board_.px(bounds.height) - tall) / 2 - lift;
    const double room = std::ceil(board_.px(bounds.width));
    const double taken = static_cast<double>(pango_layout_get_width(layout.get())) / PANGO_SCALE;
    cairo_move_to(cairo, std::round(board_.px(bounds.x) + (room - taken) / 2), std::round(top));
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
