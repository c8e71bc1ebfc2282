// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cairo.h>

#include "screens/kit/theme.h"

namespace kiosk::kit {

/// What is drawn next has this colour; `opacity` is 0 … 1.
inline void setSourceColour(cairo_t* cairo, Colour colour, double opacity) {
    cairo_set_source_rgba(cairo, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0,
                          opacity);
}

} // namespace kiosk::kit
