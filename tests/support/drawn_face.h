// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/camera/camera.h"

namespace kiosk::tests {

/// A face that nobody has, drawn from ellipses and shades.
struct DrawnFace {
    int width = 640; ///< of the frame
    int height = 480;
    double faceHeight = 260; ///< pixels from chin to hair
    double light = 1;        ///< 1: well lit; 0.2 leaves a fifth of it
};

drivers::Frame drawFace(const DrawnFace& how = {});

} // namespace kiosk::tests
