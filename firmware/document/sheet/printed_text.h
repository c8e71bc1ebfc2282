// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <string>

#include <cairo.h>

namespace kiosk::document {

/// How a line is set. Sizes in points, as on paper; places in millimetres.
struct TextStyle {
    double points = 9;
    enum class Weight { regular, bold } weight = Weight::regular;
    enum class Ink { black, grey } ink = Ink::black;
    enum class Align { left, centre } align = Align::left;
    /// What happens to a text that is too wide: a number must never lose its end.
    enum class Overflow { ellipsis, shrink, wrap } overflow = Overflow::ellipsis;
    /// Millimetres a wrapped text may take: it is set smaller until it fits.
    double mostHeight = std::numeric_limits<double>::infinity();
};

/// How wide the text is on one line, in millimetres.
double textWidth(cairo_t* context, const std::string& text, const TextStyle& style);

/// Sets `text` with its first line's baseline at `baseline` and within `width` millimetres from
/// `x`. Returns the height it took, in millimetres.
double drawText(cairo_t* context, double x, double baseline, double width, const std::string& text,
                const TextStyle& style);

} // namespace kiosk::document
