// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/sheet/printed_text.h"

#include <algorithm>
#include <memory>

#include <pango/pangocairo.h>

#include "firmware/document/sheet/boxed_characters.h"

namespace kiosk::document {

namespace {

constexpr double kMillimetresPerPoint = 25.4 / 72;
constexpr const char* kFamily = "Noto Sans CJK SC";

struct ObjectReleaser {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
using Layout = std::unique_ptr<PangoLayout, ObjectReleaser>;
using Font = std::unique_ptr<PangoFontDescription, ObjectReleaser>;

void setFont(PangoLayout* layout, const TextStyle& style, double points) {
    const Font font(pango_font_description_new());
    pango_font_description_set_family(font.get(), kFamily);
    pango_font_description_set_absolute_size(font.get(), points * PANGO_SCALE);
    const bool bold = style.weight == TextStyle::Weight::bold;
    pango_font_description_set_weight(font.get(), bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font.get());
    boxCharactersWithoutGlyph(layout, points);
}

/// A layout in points whose glyphs stand where the font says, not on a screen's grid.
Layout newLayout(cairo_t* context, const std::string& text) {
    Layout layout(pango_cairo_create_layout(context));
    PangoContext* pango = pango_layout_get_context(layout.get());
    pango_cairo_context_set_resolution(pango, 72);
    pango_context_set_round_glyph_positions(pango, FALSE);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(pango, options);
    cairo_font_options_destroy(options);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
}

struct Extent {
    double width = 0, height = 0; ///< points
};

Extent extentOf(PangoLayout* layout) {
    int width = 0;
    int height = 0;
    pango_layout_get_size(layout, &width, &height);
    return {width / double{PANGO_SCALE}, height / double{PANGO_SCALE}};
}

/// Sets the lines smaller, a step at a time, until they fit one above the other.
void fitHeight(PangoLayout* layout, const TextStyle& style, double points, double mostHeight) {
    constexpr double kSmaller = 0.95;
    constexpr double kLeastPoints = 4;
    while (extentOf(layout).height > mostHeight && points > kLeastPoints)
        setFont(layout, style, points *= kSmaller);
}

/// On one line; where that is too long, as the style wants it.
void fit(PangoLayout* layout, const TextStyle& style, double widthPoints) {
    double points = style.points;
    setFont(layout, style, points);
    if (style.overflow != TextStyle::Overflow::ellipsis) {
        const double fitting = std::min(1.0, widthPoints / extentOf(layout).width);
        // One line a little smaller reads better than a last character alone on a second one.
        constexpr double kLeastToSpareALine = 0.8;
        if (style.overflow == TextStyle::Overflow::shrink || fitting >= kLeastToSpareALine) {
            setFont(layout, style, points *= fitting);
            constexpr double kRounding = 1.0 / PANGO_SCALE;
            widthPoints = std::max(widthPoints, extentOf(layout).width + kRounding);
        }
    }
    pango_layout_set_width(layout, static_cast<int>(widthPoints * PANGO_SCALE));
    if (style.overflow == TextStyle::Overflow::ellipsis)
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout, style.align == TextStyle::Align::centre ? PANGO_ALIGN_CENTER
                                                                               : PANGO_ALIGN_LEFT);
    fitHeight(layout, style, points, style.mostHeight / kMillimetresPerPoint);
}

/// Where a line begins with Han, Pango moves other scripts off it, by baselines our fonts do not
/// tell and it makes up.
void alignBaselines(PangoLayout* layout) {
    for (GSList* at = pango_layout_get_lines(layout); at != nullptr; at = at->next)
        for (GSList* run = static_cast<PangoLayoutLine*>(at->data)->runs; run != nullptr;
             run = run->next)
            static_cast<PangoGlyphItem*>(run->data)->y_offset = 0;
}

} // namespace

double drawText(cairo_t* context, double x, double baseline, double width, const std::string& text,
                const TextStyle& style) {
    cairo_save(context);
    cairo_translate(context, x, baseline);
    cairo_scale(context, kMillimetresPerPoint, kMillimetresPerPoint);
    const double ink = style.ink == TextStyle::Ink::grey ? 0.38 : 0;
    cairo_set_source_rgb(context, ink, ink, ink);
    const Layout layout = newLayout(context, text);
    fit(layout.get(), style, width / kMillimetresPerPoint);
    alignBaselines(layout.get());
    cairo_move_to(context, 0, -pango_layout_get_baseline(layout.get()) / double{PANGO_SCALE});
    pango_cairo_show_layout(context, layout.get());
    cairo_restore(context);
    return extentOf(layout.get()).height * kMillimetresPerPoint;
}

double textWidth(cairo_t* context, const std::string& text, const TextStyle& style) {
    const Layout layout = newLayout(context, text);
    setFont(layout.get(), style, style.points);
    return extentOf(layout.get()).width * kMillimetresPerPoint;
}

} // namespace kiosk::document
