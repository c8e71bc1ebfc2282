// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/length.h"
#include "firmware/base/result.h"

namespace kiosk::document {

inline constexpr double kMillimetresPerInch = 25.4;

/// Pixels on an inch of paper.
struct Dpi {
    double value = 96;
};

/// The density at which a page of this size is so many pixels wide.
Dpi dpiForWidth(SizeMm page, int pixels);

/// A page's size in pixels.
struct PagePixels {
    int width = 0, height = 0;
};

/// Error "document.too-large" for more than 40 million pixels, or more than Cairo counts on a side.
Result<PagePixels> pagePixels(SizeMm page, Dpi density);

} // namespace kiosk::document
