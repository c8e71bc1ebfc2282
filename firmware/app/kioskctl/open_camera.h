// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "drivers/camera/camera.h"

namespace kiosk::app {

/// The camera that "v4l2:/dev/video0" or "picture:FILE" names. Error "usage.unknown-camera"
/// (configuration) for any other text.
Result<std::unique_ptr<drivers::Camera>> openCamera(std::string_view name);

} // namespace kiosk::app
