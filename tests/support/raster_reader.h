// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "firmware/base/bytes.h"

namespace kiosk::tests {

/// A page of a PWG raster stream as libcups' reader, not ours, gives it back.
struct ReadPage {
    unsigned width = 0, height = 0, dotsPerInch = 0, bitsPerPixel = 0;
    std::string media; ///< "iso_a4_210x297mm"
    bool twoSided = false;
    Bytes dots{};
};

/// All pages; none for what is no PWG raster.
std::vector<ReadPage> readRaster(ByteView stream);

} // namespace kiosk::tests
