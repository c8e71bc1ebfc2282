// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "drivers/camera/camera.h"

namespace kiosk::drivers {

struct V4l2Options {
    std::string path = "/dev/video0";
    /// A wish; the camera's nearest size is taken.
    int width = 1280;
    int height = 720;
    /// Without a frame for this long the camera counts as silent.
    std::chrono::milliseconds silence{2000};
};

/// A camera on Linux's V4L2 interface. It is off until start(): no buffer is mapped, nothing
/// streams. Errors beyond those of Camera: "camera.no-access" and "camera.not-a-camera"
/// (configuration), "camera.busy" another program has it (wait), "camera.off" grab() before
/// start() (supplier), "camera.cancelled" (wait). After "camera.gone" reset() opens the node anew.
Result<std::unique_ptr<Camera>> openV4l2(const V4l2Options& options);

} // namespace kiosk::drivers
