// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <cairo.h>

#include "firmware/document/sheet/sheet.h"

namespace kiosk::document {

/// What `draw` sets on a roll, in dots: it is given the width between the margins and a context in
/// millimetres, and returns how long the strip becomes; called twice. "sheet.drawing-failed"
/// (supplier) for one longer than a metre, and where Cairo fails.
Result<SlipStrip> drawnStrip(int width, int dotsPerInch,
                             const std::function<Result<double>(double width, cairo_t*)>& draw);

/// On either side of what is drawn, in millimetres.
inline constexpr double kStripMarginMm = 2;

} // namespace kiosk::document
