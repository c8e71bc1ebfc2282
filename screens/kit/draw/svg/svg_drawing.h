// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include <cairo.h>

#include "screens/kit/draw/svg/shapes.h"

namespace kiosk::kit {

/// A drawing in the part of SVG 1.1 that ours are made of: groups with a transform; path, rect,
/// circle and ellipse; colours as classes (`f-accent`, `s-ink`, `f-tint`), opacity, width and
/// dashes. Lines end and turn round. What is not of it is refused, so that nobody misses half a
/// drawing.
class SvgDrawing {
public:
    /// Errors: those of the file; "icons.unreadable" (configuration) with what is not understood.
    static Result<SvgDrawing> read(const std::filesystem::path& file);

    /// Fits it into the size without distortion, centred.
    void draw(cairo_t* cairo, double width, double height, const Theme& theme,
              ColourRole tint) const;

private:
    double x_ = 0, y_ = 0, width_ = 0, height_ = 0; ///< the view box
    std::vector<svg::Shape> shapes_;
};

} // namespace kiosk::kit
