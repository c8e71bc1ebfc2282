// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/camera/camera.h"

namespace kiosk::tests {

/// What stands about before a kiosk: edges, discs, a striped shirt, lines of print. The same seed
/// gives the same.
drivers::Frame clutterFrame(int width, int height, std::uint64_t seed);

} // namespace kiosk::tests
