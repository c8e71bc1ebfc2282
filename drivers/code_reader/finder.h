// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/camera/camera.h"

namespace kiosk::drivers {

/// Whether rows of the picture show the 1:1:3:1:1 rhythm of a QR code's finder patterns
/// (ISO/IEC 18004, 6.3.3), dark on light or light on dark.
struct FinderTraces {
    bool darkOnLight = false;
    bool lightOnDark = false;
};

/// A cheap look at every fourth row: it decides whether costlier looks are worth their time, so it
/// would rather see a code too many. Pure.
FinderTraces findFinderTraces(const Frame& frame);

} // namespace kiosk::drivers
