// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "drivers/camera/camera.h"

namespace kiosk::bench {

/// What stands before the bench's camera, and how well it can be seen.
struct Scene {
    enum class View { clear, covered, glare };
    View view = View::clear;
    std::string code; ///< a text as QR; empty: a grey wall
};

/// As the camera sees it: 640 x 480, the same for the same scene.
drivers::Frame frameOf(const Scene& scene);

} // namespace kiosk::bench
