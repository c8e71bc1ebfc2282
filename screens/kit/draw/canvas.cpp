// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/draw/canvas.h"

#include <cmath>
#include <numbers>

#include "screens/kit/draw/source_colour.h"

namespace kiosk::kit {

Canvas::Canvas(const Board& board, cairo_surface_t* surface)
    : board_(board), surface_(surface), cairo_(cairo_create(surface)) {}

Canvas::Canvas(const Board& board)
    : Canvas(board,
             cairo_image_surface_create(CAIRO_FORMAT_ARGB32, board.widthPx, board.heightPx)) {}

Canvas::Canvas(const Board& board, std::span<std::uint32_t> glass)
    : Canvas(board, cairo_image_surface_create_for_data(
                        reinterpret_cast<unsigned char*>(glass.data()), // Cairo's bytes
                        CAIRO_FORMAT_ARGB32, board.widthPx, board.heightPx, board.widthPx * 4)) {}

void Canvas::moveOut() {
    Canvas own(board_);
    cairo_set_source_surface(own.cairo(), surface_.get(), 0, 0);
    cairo_set_operator(own.cairo(), CAIRO_OPERATOR_SOURCE);
    cairo_paint(own.cairo());
    *this = Canvas(board_, cairo_surface_reference(own.surface_.get()));
}

RectPx Canvas::pixels(const RectMm& area) const {
    const int left = std::max(0, static_cast<int>(std::floor(board_.px(area.x))));
    const int top = std::max(0, static_cast<int>(std::floor(board_.px(area.y))));
    const int right =
        std::min(board_.widthPx, static_cast<int>(std::ceil(board_.px(area.right()))));
    const int bottom =
        std::min(board_.heightPx, static_cast<int>(std::ceil(board_.px(area.bottom()))));
    return {left, top, std::max(0, right - left), std::max(0, bottom - top)};
}

std::span<const std::uint32_t> Canvas::row(int y) const {
    cairo_surface_flush(surface_.get());
    const std::ptrdiff_t stride = cairo_image_surface_get_stride(surface_.get());
    const unsigned char* bytes = cairo_image_surface_get_data(surface_.get()) + y * stride;
    return {reinterpret_cast<const std::uint32_t*>(bytes), // Cairo's ARGB32 is made of these
            static_cast<std::size_t>(board_.widthPx)};
}

void Canvas::clipTo(const RectMm& area) {
    const RectPx px = pixels(area);
    cairo_save(cairo_.get());
    cairo_rectangle(cairo_.get(), px.x, px.y, px.width, px.height);
    cairo_clip(cairo_.get());
}

void Canvas::endClip() {
    cairo_restore(cairo_.get());
}

void Canvas::setColour(Colour colour, double opacity) {
    setSourceColour(cairo_.get(), colour, opacity);
}

void Canvas::roundedPath(double x, double y, double width, double height, double radius) {
    constexpr double kQuarter = std::numbers::pi / 2;
    cairo_t* cairo = cairo_.get();
    const double r = std::min({radius, width / 2, height / 2});
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x + width - r, y + r, r, -kQuarter, 0);
    cairo_arc(cairo, x + width - r, y + height - r, r, 0, kQuarter);
    cairo_arc(cairo, x + r, y + height - r, r, kQuarter, 2 * kQuarter);
    cairo_arc(cairo, x + r, y + r, r, 2 * kQuarter, 3 * kQuarter);
    cairo_close_path(cairo);
}

void Canvas::fill(const RectMm& area, double radius, Colour colour, double opacity) {
    const double x = std::round(board_.px(area.x));
    const double y = std::round(board_.px(area.y));
    roundedPath(x, y, std::round(board_.px(area.right())) - x,
                std::round(board_.px(area.bottom())) - y, board_.px(radius));
    setColour(colour, opacity);
    cairo_fill(cairo_.get());
}

void Canvas::outline(const RectMm& area, double radius, Colour colour, double width) {
    const double line = std::max(1.0, std::round(board_.px(width)));
    const double x = std::round(board_.px(area.x)) + line / 2;
    const double y = std::round(board_.px(area.y)) + line / 2;
    roundedPath(x, y, std::round(board_.px(area.right())) - line / 2 - x,
                std::round(board_.px(area.bottom())) - line / 2 - y,
                std::max(0.0, board_.px(radius) - line / 2));
    setColour(colour);
    cairo_set_line_width(cairo_.get(), line);
    cairo_stroke(cairo_.get());
}

Result<> Canvas::writePng(const std::filesystem::path& file) const {
    if (cairo_surface_write_to_png(surface_.get(), file.c_str()) != CAIRO_STATUS_SUCCESS)
        return fail(ErrorKind::storage, "screen.picture-not-written", Remedy::technician,
                    file.string());
    return {};
}

} // namespace kiosk::kit
