// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "drivers/camera/camera.h"
#include "drivers/code_reader/code.h"

namespace kiosk::drivers {

/// Finds the code in a picture. Pure: no state between pictures, safe from any thread. No code is
/// nothing; it is not an error. A damaged code is never read wrongly: error correction decides or
/// nothing does.
std::optional<Code> readCode(const Frame& frame);

} // namespace kiosk::drivers
