// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include <cairo.h>

#include "firmware/base/result.h"
#include "screens/kit/board.h"
#include "screens/kit/theme.h"

namespace kiosk::kit {

/// A rectangle of whole pixels.
struct RectPx {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    bool operator==(const RectPx&) const = default;
};

/// The frame: one ARGB surface as large as the screen. Shapes are given in millimetres and snapped
/// to whole pixels, so that hairlines stay sharp. One thread.
class Canvas {
public:
    explicit Canvas(const Board& board);
    /// Draws into memory of the glass, row after row without gaps, kept there until moveOut().
    Canvas(const Board& board, std::span<std::uint32_t> glass);

    /// Goes on in memory of its own, with what is drawn.
    void moveOut();

    const Board& board() const { return board_; }
    cairo_t* cairo() const { return cairo_.get(); } ///< unit: pixel

    RectPx pixels(const RectMm& area) const; ///< the pixels the area touches
    std::span<const std::uint32_t> row(int y) const;

    void clipTo(const RectMm& area);
    void endClip();

    void fill(const RectMm& area, double radius, Colour colour, double opacity = 1);
    void outline(const RectMm& area, double radius, Colour colour, double width);
    void setColour(Colour colour, double opacity = 1);

    /// Error "screen.picture-not-written" (technician).
    Result<> writePng(const std::filesystem::path& file) const;

private:
    struct Destroy {
        void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
        void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    };

    Canvas(const Board& board, cairo_surface_t* surface);
    void roundedPath(double x, double y, double width, double height, double radius);

    Board board_;
    std::unique_ptr<cairo_surface_t, Destroy> surface_;
    std::unique_ptr<cairo_t, Destroy> cairo_;
};

} // namespace kiosk::kit
