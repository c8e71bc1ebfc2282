// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/conformance/camera/camera_rig.h"

namespace kiosk::tests {

struct RigMaker {
    std::string name;
    std::function<std::unique_ptr<CameraRig>()> make;
};

/// The modules this program tries.
std::vector<RigMaker> cameraRigs();

} // namespace kiosk::tests
