// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/printer/raster_page.h"

namespace kiosk::drivers::escpos {

/// A page as the head burns it: a bit a dot, set is black, the leftmost the highest of its byte.
struct Dots {
    std::size_t bytesPerRow = 0;
    std::size_t rows = 0;
    Bytes bytes{};
};

/// Black is what is darker than the middle: text and codes, no greys. The page is consistent
/// (width × height dots).
Dots dotsOf(const RasterPage& page);

} // namespace kiosk::drivers::escpos
