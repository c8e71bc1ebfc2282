// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/paint/cairo_values.h"

/// What lies outside the rows being drawn is left out before it costs anything.
namespace kiosk::document::paint {

/// Whether a box in user space meets what the clip lets through. True for targets without an end.
bool meetsClip(cairo_t* context, const BoxMm& box);

BoxMm grown(const BoxMm& box, double by);

/// The box around a path's points and control points: never smaller than the path.
BoxMm extentsOf(const std::vector<ofd::PathStep>& steps);

} // namespace kiosk::document::paint
