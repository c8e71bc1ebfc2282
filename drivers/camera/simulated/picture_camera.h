// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "drivers/camera/camera.h"

namespace kiosk::drivers {

struct PictureOptions {
    /// Time between frames, as a camera at 30 frames a second has it. Zero never waits.
    std::chrono::milliseconds framePeriod{33};
};

/// A camera that sees a picture file (PNG or JPEG), read anew at each grab: whoever replaces the
/// file holds something else before the camera. A folder shows its pictures in turn, by name.
///
/// A path that does not exist is "camera.gone": taking the file away unplugs the camera, and a
/// mistyped name is told at once. A half-written or damaged file is "camera.damaged-frame".
Result<std::unique_ptr<Camera>> openPictureFile(const std::filesystem::path& path,
                                                PictureOptions options = {});

} // namespace kiosk::drivers
