// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/page_size.h"

#include <cmath>

namespace kiosk::document {

namespace {

constexpr double kMostPixels = 40e6;    ///< A2 at 300 dpi, 153 MiB
constexpr double kLongestSide = 32'767; ///< Cairo's coordinates end there

} // namespace

Dpi dpiForWidth(SizeMm page, int pixels) {
    return {pixels * kMillimetresPerInch / page.width.value};
}

Result<PagePixels> pagePixels(SizeMm page, Dpi density) {
    const double scale = density.value / kMillimetresPerInch;
    const double width = std::round(page.width.value * scale);
    const double height = std::round(page.height.value * scale);
    const bool drawable = width >= 1 && height >= 1 && width <= kLongestSide &&
                          height <= kLongestSide && width * height <= kMostPixels;
    if (!drawable)
        return fail(ErrorKind::limitExceeded, "document.too-large", Remedy::supplier,
                    "page in pixels");
    return PagePixels{static_cast<int>(width), static_cast<int>(height)};
}

} // namespace kiosk::document
