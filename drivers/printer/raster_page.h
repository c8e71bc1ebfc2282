// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/bytes.h"

namespace kiosk::drivers {

/// How a printer wants a page as dots.
struct RasterForm {
    int width = 0;  ///< dots across the paper
    int height = 0; ///< dots along it; 0: as many as it takes
    int dotsPerInch = 0;

    bool operator==(const RasterForm&) const = default;
};

/// A page as dots, row by row from the top, a byte a dot: 0 black, 255 white.
struct RasterPage {
    int width = 0;
    int height = 0;
    Bytes dots{}; ///< width × height
};

} // namespace kiosk::drivers
