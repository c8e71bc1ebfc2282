// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cairo.h>

#include "screens/kit/draw/canvas.h"

namespace kiosk::kit {

/// Where the board's picture lies on a glass of so many pixels: turned as the panel is built in, as
/// large as fits without changing its proportions, in the middle. A glass that has as many pixels
/// as the board shows it pixel for pixel.
class Placement {
public:
    /// \param glassWidth,glassHeight the panel's own pixels, before it is turned; at least 1.
    Placement(const Board& board, int glassWidth, int glassHeight);

    /// From the picture's pixels to the glass's.
    const cairo_matrix_t& matrix() const { return matrix_; }
    /// Whether each pixel of the picture is one of the glass.
    bool isExact() const { return isExact_; }

    /// The pixels of the glass that show any of these of the picture; none if all lie outside.
    RectPx onGlass(const RectPx& changed) const;
    /// What of the picture lies there, in millimetres; beside the picture outside its area.
    PointMm onBoard(double glassX, double glassY) const;

private:
    double pixelsPerMm_;
    int glassWidth_;
    int glassHeight_;
    cairo_matrix_t matrix_;
    cairo_matrix_t inverse_;
    bool isExact_;
};

} // namespace kiosk::kit
