// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/paint/cairo_values.h"

namespace kiosk::document::paint {

/// What filling or stroking a path costs beside its steps, in the units of a page's work. In each
/// row of pixels the edges there are kept sorted: a thousand that stand side by side cost a
/// thousand times a thousand. And each dash is a shape of its own. Call it in the path's space.
std::size_t pathWork(cairo_t* context, const std::vector<ofd::PathStep>& steps,
                     const ofd::Style& style);

} // namespace kiosk::document::paint
