// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/seal_picture.h"

#include <cmath>
#include <memory>
#include <numbers>

#include <pango/pangocairo.h>

#include "firmware/base/text.h"
#include "tests/support/cairo_output.h"

namespace kiosk::sandbox {

namespace {

constexpr int kPixels = 720; // 457 dpi at 40 mm: sharp on any sheet
constexpr double kRadiusMm = 20;
constexpr double kRimMm = 1.2;
constexpr double kQuarterTurn = std::numbers::pi / 2;

struct GObjectRelease {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};

/// Draws in millimetres around the seal's centre, y downwards.
class SealPainter {
public:
    explicit SealPainter(cairo_t* context) : context_(context) {
        const double pixelsPerMm = kPixels / (2 * kRadiusMm);
        cairo_scale(context, pixelsPerMm, pixelsPerMm);
        cairo_translate(context, kRadiusMm, kRadiusMm);
        cairo_set_source_rgba(context, 0.80, 0.05, 0.09, 0.92);
    }

    void rim() const {
        cairo_set_line_width(context_, kRimMm);
        cairo_arc(context_, 0, 0, kRadiusMm - kRimMm / 2 - 0.3, 0, 4 * kQuarterTurn);
        cairo_stroke(context_);
    }

    void star(double radiusMm) const {
        constexpr int kPoints = 5;
        constexpr double kInner = 0.381966; // of a regular pentagram
        for (int i = 0; i < 2 * kPoints; ++i) {
            const double angle = i * std::numbers::pi / kPoints - kQuarterTurn;
            const double radius = i % 2 == 0 ? radiusMm : radiusMm * kInner;
            cairo_line_to(context_, radius * std::cos(angle), radius * std::sin(angle));
        }
        cairo_close_path(context_);
        cairo_fill(context_);
    }

    /// On the upper rim letters have their feet towards the centre, on the lower their heads.
    enum class Rim { upper, lower };
    void textAround(const std::string& text, Rim rim, double radiusMm, double heightMm,
                    double spanRadians) const {
        const std::u32string letters = codePoints(text);
        const auto count = static_cast<double>(letters.size());
        const double direction = rim == Rim::upper ? 1 : -1;
        const double step = letters.size() > 1 ? spanRadians / (count - 1) : 0;
        for (std::size_t i = 0; i < letters.size(); ++i) {
            const double turn = direction * (static_cast<double>(i) - (count - 1) / 2) * step;
            cairo_save(context_);
            cairo_rotate(context_, turn);
            cairo_translate(context_, 0, -direction * radiusMm);
            line(toUtf8(letters.substr(i, 1)), heightMm, 0.72);
            cairo_restore(context_);
        }
    }

    void textAcross(const std::string& text, double yMm, double heightMm) const {
        cairo_save(context_);
        cairo_translate(context_, 0, yMm);
        line(text, heightMm, 0.86);
        cairo_restore(context_);
    }

private:
    /// A line of text centred on the current origin; `narrowing` squeezes it as seal script does.
    void line(const std::string& text, double heightMm, double narrowing) const {
        const std::unique_ptr<PangoLayout, GObjectRelease> layout(
            pango_cairo_create_layout(context_));
        PangoFontDescription* font =
            pango_font_description_from_string("SimSun, Noto Serif CJK SC, serif bold");
        pango_font_description_set_absolute_size(font, heightMm * PANGO_SCALE);
        pango_layout_set_font_description(layout.get(), font);
        pango_font_description_free(font);
        pango_layout_set_text(layout.get(), text.c_str(), -1);
        PangoRectangle ink;
        pango_layout_get_extents(layout.get(), &ink, nullptr);
        const auto mm = [](int units) { return units / static_cast<double>(PANGO_SCALE); };
        cairo_save(context_);
        cairo_scale(context_, narrowing, 1);
        cairo_move_to(context_, -mm(ink.x) - mm(ink.width) / 2, -mm(ink.y) - mm(ink.height) / 2);
        pango_cairo_show_layout(context_, layout.get());
        cairo_restore(context_);
    }

    cairo_t* context_;
};

} // namespace

Bytes drawSealPng(const SealInscription& inscription) {
    const tests::SurfacePtr surface(
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, kPixels, kPixels));
    const tests::ContextPtr context(cairo_create(surface.get()));
    const SealPainter painter(context.get());
    painter.rim();
    painter.star(6.2);
    const auto letters = static_cast<double>(codePoints(inscription.around).size());
    const double span = std::min(3.9, letters * 0.42);
    painter.textAround(inscription.around, SealPainter::Rim::upper, 14.9, 5.4, span);
    painter.textAcross(inscription.across, 10.2, 3.1);
    painter.textAround(inscription.number, SealPainter::Rim::lower, 16.6, 1.7, 1.15);
    Bytes png;
    cairo_surface_write_to_png_stream(surface.get(), tests::appendOutput, &png);
    return png;
}

} // namespace kiosk::sandbox
