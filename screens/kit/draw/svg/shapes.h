// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <cairo.h>

#include "firmware/document/ofd/model.h"
#include "firmware/document/xml/element.h"
#include "screens/kit/theme.h"

namespace kiosk::kit::svg {

/// What a shape is filled or drawn with.
struct Ink {
    std::optional<ColourRole> role; ///< nothing: the colour of the node that shows the drawing
    double opacity = 1;             ///< 0 … 1
};

/// One shape in its own coordinates, and where they lie in the drawing's.
struct Shape {
    std::vector<document::ofd::PathStep> outline;
    cairo_matrix_t place{};
    std::optional<Ink> fill;
    std::optional<Ink> stroke; ///< with round ends and corners
    double strokeWidth = 1;
    std::vector<double> dashes;
};

/// What a group hands on to what it holds.
struct Inherited {
    cairo_matrix_t place{};
    double strokeWidth = 1;
};

/// The shapes of a group, in the order in which they are drawn. Errors: "icons.unreadable"
/// (configuration) naming what is not of the part of SVG that SvgDrawing knows.
Result<std::vector<Shape>> shapesOf(const document::xml::Element& group,
                                    const Inherited& inherited);

/// The error for it.
std::unexpected<Error> unknownSvg(std::string_view what);

} // namespace kiosk::kit::svg
