// SPDX-License-Identifier: Apache-2.0
#include <numbers>

#include "firmware/document/paint/missing_glyph.h"
#include "firmware/document/paint/object_painter.h"

namespace kiosk::document::paint {

namespace {

constexpr double kSlant = 0.2;           ///< tangent of a made italic
constexpr double kBoldThickness = 0.025; ///< of the size

/// From ems to the object's space.
cairo_matrix_t fontMatrix(const ofd::TextContent& text, const Imitation& imitation) {
    cairo_matrix_t matrix;
    cairo_matrix_init_rotate(&matrix, text.charDirection * std::numbers::pi / 180);
    cairo_matrix_scale(&matrix, text.size * text.horizontalScale, text.size);
    if (imitation.slant) {
        const cairo_matrix_t slanted{1, 0, -kSlant, 1, 0, 0};
        cairo_matrix_multiply(&matrix, &slanted, &matrix);
    }
    return matrix;
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

/// What placing and drawing a glyph counts against the page's work.
constexpr std::size_t kGlyphWork = 10;

std::size_t glyphsAtLeast(const ofd::TextContent& text) {
    std::size_t count = 0;
    for (const ofd::TextCode& code : text.codes)
        count += code.characters.size();
    for (const ofd::GlyphTransform& transform : text.transforms)
        count += transform.glyphs.size();
    return count;
}

double advanceEms(const ofd::TextContent& text, const GlyphChoice& choice) {
    if (!choice.face)
        return choice.missing == 0 ? 0 : 1;
    return standsAcross(text) ? 1 : choice.face->advance(choice.glyph);
}

} // namespace

/// The glyph of the embedded font, or those of the characters it stands for.
std::vector<GlyphChoice> ObjectPainter::choose(const ofd::TextContent& text,
                                               const LaidGlyph& glyph) {
    if (glyph.index) {
        if (GlyphChoice choice = workshop_.fonts.glyphAt(text.font, *glyph.index); choice.face)
            return {std::move(choice)};
    }
    std::vector<GlyphChoice> choices;
    for (const char32_t character : glyph.characters)
        choices.push_back(workshop_.fonts.glyphFor(text.font, character));
    return choices;
}

std::vector<PlacedGlyph> ObjectPainter::placeText(const ofd::TextContent& text) {
    const auto advanceOf = [this, &text](const LaidGlyph& glyph) {
        double ems = 0;
        for (const GlyphChoice& choice : choose(text, glyph))
            ems += advanceEms(text, choice);
        return ems;
    };
    std::vector<PlacedGlyph> placed;
    if (text.size <= 0 || text.horizontalScale == 0 || !spend(kGlyphWork * glyphsAtLeast(text)))
        return placed;
    for (const LaidGlyph& glyph : layOut(text, advanceOf)) {
        ofd::Point pen{glyph.x, glyph.y};
        std::vector<GlyphChoice> choices = choose(text, glyph);
        for (std::size_t i = 0; i < choices.size(); ++i) {
            // Asking a font for an advance costs; the last one is never needed.
            const ofd::Point step = i + 1 < choices.size()
                                        ? advanceStep(text, advanceEms(text, choices[i]))
                                        : ofd::Point{};
            placed.push_back({std::move(choices[i]), pen.x, pen.y});
            pen = {pen.x + step.x, pen.y + step.y};
        }
    }
    if (!spend(placed.size()))
        placed.clear();
    return placed;
}

/// Calls `show` with the glyphs of one font after another, the font set on the context.
template <typename Show>
void ObjectPainter::forEachRun(const ofd::TextContent& text, const std::vector<PlacedGlyph>& placed,
                               Show show) {
    const cairo_matrix_t matrix = fontMatrix(text, workshop_.fonts.imitationFor(text));
    setFontOptions(context_);
    std::shared_ptr<const Face> face;
    std::vector<cairo_glyph_t> run;
    const auto flush = [&] {
        if (face && !run.empty()) {
            cairo_set_font_face(context_, face->cairoFace());
            cairo_set_font_matrix(context_, &matrix);
            show(run);
        }
        run.clear();
    };
    for (const PlacedGlyph& glyph : placed) {
        if (glyph.choice.face != face)
            flush();
        face = glyph.choice.face;
        if (face)
            run.push_back({glyph.choice.glyph, glyph.x, glyph.y});
    }
    flush();
}

void ObjectPainter::drawContent(const ofd::Object& object, const ofd::TextContent& text) {
    // Not clipped to the boundary: glyphs of ordinary fonts reach a little beyond it.
    if (!enterObjectSpace(object))
        return;
    const ofd::Paint fill = object.style.fill.value_or(ofd::Paint{});
    const ofd::Paint stroke = object.style.stroke.value_or(ofd::Paint{});
    const std::vector<PlacedGlyph> placed = placeText(text);
    const bool bold = workshop_.fonts.imitationFor(text).weight;
    forEachRun(text, placed, [&](const std::vector<cairo_glyph_t>& run) {
        const int count = static_cast<int>(run.size());
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
    if (setSource(text.filled ? fill : stroke, object.alpha))
        drawMissing(text, placed);
}

void ObjectPainter::drawMissing(const ofd::TextContent& text,
                                const std::vector<PlacedGlyph>& placed) {
    const cairo_matrix_t matrix = fontMatrix(text, {});
    for (const PlacedGlyph& glyph : placed) {
        if (glyph.choice.missing == 0)
            continue;
        const SavedState saved(context_);
        cairo_translate(context_, glyph.x, glyph.y);
        cairo_transform(context_, &matrix);
        drawMissingGlyph(context_, glyph.choice.missing);
    }
}

void ObjectPainter::appendText(const ofd::TextContent& text) {
    forEachRun(text, placeText(text), [this](const std::vector<cairo_glyph_t>& run) {
        cairo_glyph_path(context_, run.data(), static_cast<int>(run.size()));
    });
}

} // namespace kiosk::document::paint
