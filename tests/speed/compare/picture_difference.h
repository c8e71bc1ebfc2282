// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "firmware/base/result.h"

namespace kiosk::speed {

/// How far two pictures are apart, over the samples of all pixels and colours (0 to 255).
struct PictureDifference {
    double mean = 0;
    int most = 0;
    double farApart = 0; ///< share of samples more than 32 apart

    /// Whether both show the same page: edges shaded otherwise, nothing missing or moved. With one
    /// line of this page's text left out it is 0.87 and 0.4 % at 300 dpi; in order, 0.34 and 0.06
    /// %.
    bool withinBounds() const { return mean <= 0.7 && farApart <= 0.002; }
};

/// Between a portable pixmap (P6) and an uncompressed TIFF. Where one is a
/// pixel wider or higher, what both have counts. Error "speed.not-comparable" where one cannot be
/// read or their sizes differ by more.
Result<PictureDifference> differenceOf(const std::filesystem::path& pixelMap,
                                       const std::filesystem::path& tiff);

} // namespace kiosk::speed
