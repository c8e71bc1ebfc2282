// SPDX-License-Identifier: Apache-2.0
#include <numbers>

#include "firmware/document/paint/object_painter.h"

namespace kiosk::document::paint {

namespace {

constexpr double kSlant = 0.2;           ///< tangent of a made italic
constexpr int kBoldFrom = 600;           ///< weights from here on are thickened
constexpr double kBoldThickness = 0.025; ///< of the size

void setFontMatrix(cairo_t* context, const ofd::TextContent& text) {
    cairo_matrix_t matrix;
    cairo_matrix_init_rotate(&matrix, text.charDirection * std::numbers::pi / 180);
    cairo_matrix_scale(&matrix, text.size * text.horizontalScale, text.size);
    if (text.italic) {
        const cairo_matrix_t slanted{1, 0, -kSlant, 1, 0, 0};
        cairo_matrix_multiply(&matrix, &slanted, &matrix);
    }
    cairo_set_font_matrix(context, &matrix);
}

/// Glyphs stand where the file says: nothing is rounded to pixels.
void setFontOptions(cairo_t* context) {
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(context, options);
    cairo_font_options_destroy(options);
}

} // namespace

GlyphChoice ObjectPainter::choose(const ofd::TextContent& text, const LaidGlyph& glyph) {
    GlyphChoice choice;
    if (glyph.byIndex)
        choice = workshop_.fonts.glyphAt(text.font, glyph.value);
    if (!choice.face && glyph.character != 0)
        choice = workshop_.fonts.glyphFor(text.font, glyph.character);
    return choice;
}

std::vector<LaidGlyph> ObjectPainter::layOutText(const ofd::TextContent& text) {
    return layOut(text, [this, &text](const LaidGlyph& glyph) {
        const GlyphChoice choice = choose(text, glyph);
        return choice.face ? choice.face->advance(choice.glyph) : 1.0;
    });
}

/// Calls `show` with the glyphs of one font after another, the font set on the context.
template <typename Show>
void ObjectPainter::forEachRun(const ofd::TextContent& text, Show show) {
    if (text.size <= 0 || text.horizontalScale == 0)
        return;
    const std::vector<LaidGlyph> laid = layOutText(text);
    if (!spend(laid.size()))
        return;
    setFontOptions(context_);
    std::shared_ptr<const Face> face;
    std::vector<cairo_glyph_t> run;
    const auto flush = [&] {
        if (face && !run.empty()) {
            cairo_set_font_face(context_, face->cairoFace());
            setFontMatrix(context_, text);
            show(run);
        }
        run.clear();
    };
    for (const LaidGlyph& glyph : laid) {
        const GlyphChoice choice = choose(text, glyph);
        if (choice.face != face)
            flush();
        face = choice.face;
        if (face)
            run.push_back({choice.glyph, glyph.x, glyph.y});
    }
    flush();
}

void ObjectPainter::drawContent(const ofd::Object& object, const ofd::TextContent& text) {
    // Not clipped to the boundary: glyphs of ordinary fonts reach a little beyond it.
    if (!enterObjectSpace(object))
        return;
    const ofd::Paint fill = object.style.fill.value_or(ofd::Paint{});
    const ofd::Paint stroke = object.style.stroke.value_or(ofd::Paint{});
    forEachRun(text, [&](const std::vector<cairo_glyph_t>& run) {
        const int count = static_cast<int>(run.size());
        const bool bold = text.weight >= kBoldFrom;
        if (text.filled && setSource(fill, object.alpha)) {
            cairo_show_glyphs(context_, run.data(), count);
            if (bold) {
                cairo_set_line_width(context_, text.size * kBoldThickness);
                cairo_glyph_path(context_, run.data(), count);
                cairo_stroke(context_);
            }
        }
        if (text.stroked && setSource(stroke, object.alpha)) {
            setLine(context_, object.style);
            cairo_glyph_path(context_, run.data(), count);
            cairo_stroke(context_);
        }
    });
}

void ObjectPainter::appendText(const ofd::TextContent& text) {
    forEachRun(text, [this](const std::vector<cairo_glyph_t>& run) {
        cairo_glyph_path(context_, run.data(), static_cast<int>(run.size()));
    });
}

} // namespace kiosk::document::paint
