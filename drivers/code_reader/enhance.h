// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "drivers/camera/camera.h"

namespace kiosk::drivers {

// What a second look at a whole picture does to it first. Pure; each returns a new picture, of the
// same size unless it is enlarged.

/// 3 × 3 mean: takes the grain out of dim pictures.
Frame smoothed(const Frame& frame);
/// The picture plus what smoothing twice would take away: brings back edges lost to poor focus.
Frame sharpened(const Frame& frame);
/// One and a half times as wide and high, interpolated: the modules of dense codes grow.
Frame enlarged(const Frame& frame);
/// Both: what the poor focus of a dense code needs.
Frame sharpenedAndEnlarged(const Frame& frame);
/// The grain taken out before it would be sharpened.
Frame smoothedAndSharpened(const Frame& frame);
/// Light for dark: telephones in dark mode show light modules.
Frame inverted(const Frame& frame);

using Enhancement = Frame (*)(const Frame&);
/// In the order in which they help most: the first reads nearly all that the decoder alone does
/// not.
inline constexpr std::array<Enhancement, 4> kEnhancements{sharpenedAndEnlarged, smoothed,
                                                          smoothedAndSharpened, enlarged};

} // namespace kiosk::drivers
