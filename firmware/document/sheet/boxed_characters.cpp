// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/sheet/boxed_characters.h"

#include <memory>
#include <string>
#include <string_view>

#include <pango/pangocairo.h>

#include "firmware/base/text.h"
#include "firmware/document/paint/missing_glyph.h"

namespace kiosk::document {

namespace {

/// A character in a layout: its place in the text, and the font that was asked for it.
struct Boxed {
    char32_t character = 0;
    PangoFont* font = nullptr; ///< a reference of its own
    unsigned begin = 0, end = 0;
};

gpointer copied(gconstpointer boxed) {
    auto* copy = new Boxed(*static_cast<const Boxed*>(boxed));
    g_object_ref(copy->font);
    return copy;
}

void destroyed(gpointer boxed) {
    const std::unique_ptr<Boxed> owned(static_cast<Boxed*>(boxed));
    g_object_unref(owned->font);
}

std::string utf8Of(char32_t character) {
    return toUtf8(std::u32string_view(&character, 1));
}

/// A blank as wide as a Chinese character that says which character stands here.
void showUnseen(cairo_t* context, const Boxed& boxed) {
    cairo_scaled_font_t* font = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(boxed.font));
    double x = 0;
    double y = 0;
    cairo_get_current_point(context, &x, &y);
    cairo_glyph_t* blank = nullptr;
    int count = 0;
    constexpr std::string_view kBlank = "\u3000";
    if (cairo_scaled_font_text_to_glyphs(font, x, y, kBlank.data(), int{kBlank.size()}, &blank,
                                         &count, nullptr, nullptr, nullptr) != CAIRO_STATUS_SUCCESS)
        return;
    const std::string utf8 = utf8Of(boxed.character);
    const int length = static_cast<int>(utf8.size());
    const cairo_text_cluster_t cluster{.num_bytes = length, .num_glyphs = count};
    cairo_set_scaled_font(context, font);
    cairo_show_text_glyphs(context, utf8.data(), length, blank, count, &cluster, 1,
                           cairo_text_cluster_flags_t{});
    cairo_glyph_free(blank);
}

void drawBox(cairo_t* context, PangoAttrShape* shape, gboolean /*asPath*/, gpointer /*unused*/) {
    const Boxed& boxed = *static_cast<const Boxed*>(shape->data);
    const double em = shape->logical_rect.width / double{PANGO_SCALE};
    double x = 0;
    double y = 0;
    cairo_get_current_point(context, &x, &y);
    cairo_save(context);
    showUnseen(context, boxed);
    cairo_translate(context, x, y);
    cairo_scale(context, em, em);
    paint::drawMissingGlyph(context, boxed.character);
    cairo_restore(context);
}

/// Calls `found` with each character of a run that stands for itself only by its code point.
template <typename Found>
void eachWithoutGlyph(const PangoLayoutRun& run, Found found) {
    for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
        const PangoGlyph glyph = run.glyphs->glyphs[i].glyph;
        if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0 || glyph == PANGO_GLYPH_INVALID_INPUT)
            continue;
        const auto begin = static_cast<unsigned>(run.item->offset + run.glyphs->log_clusters[i]);
        const char32_t character = glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
        const auto length = static_cast<unsigned>(utf8Of(character).size());
        found(Boxed{character, run.item->analysis.font, begin, begin + length});
    }
}

PangoAttribute* boxFor(const Boxed& boxed, double points) {
    const int em = static_cast<int>(points * PANGO_SCALE);
    constexpr double kAboveBaseline = 0.88;
    const PangoRectangle rectangle{0, static_cast<int>(-kAboveBaseline * em), em, em};
    PangoAttribute* shape =
        pango_attr_shape_new_with_data(&rectangle, &rectangle, copied(&boxed), copied, destroyed);
    shape->start_index = boxed.begin;
    shape->end_index = boxed.end;
    return shape;
}

} // namespace

void boxCharactersWithoutGlyph(PangoLayout* layout, double points) {
    pango_layout_set_attributes(layout, nullptr);
    if (pango_layout_get_unknown_glyphs_count(layout) == 0)
        return;
    PangoAttrList* boxes = pango_attr_list_new();
    PangoLayoutIter* at = pango_layout_get_iter(layout);
    do {
        if (const PangoLayoutRun* run = pango_layout_iter_get_run_readonly(at); run != nullptr)
            eachWithoutGlyph(*run, [&](const Boxed& boxed) {
                pango_attr_list_insert(boxes, boxFor(boxed, points));
            });
    } while (pango_layout_iter_next_run(at));
    pango_layout_iter_free(at);
    pango_layout_set_attributes(layout, boxes);
    pango_attr_list_unref(boxes);
    pango_cairo_context_set_shape_renderer(pango_layout_get_context(layout), drawBox, nullptr,
                                           nullptr);
}

} // namespace kiosk::document
