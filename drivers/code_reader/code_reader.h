// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "drivers/camera/camera.h"

namespace kiosk::drivers {

/// Text of a two-dimensional code (QR). At most 4,296 characters; not interpreted here.
struct Code {
    std::string text;
};

/// Finds the code in a picture. Pure: no state between pictures, safe from any thread. No code is
/// nothing; it is not an error. A damaged code is never read wrongly: error correction decides or
/// nothing does.
std::optional<Code> readCode(const Frame& frame);

} // namespace kiosk::drivers
