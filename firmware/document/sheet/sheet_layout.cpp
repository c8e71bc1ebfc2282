// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/sheet/sheet_layout.h"

#include <algorithm>

namespace kiosk::document {

namespace {

double scaleToFit(double width, double height) {
    return std::min({1.0, kLicenceArea.width / width, kLicenceArea.height / height});
}

} // namespace

int Placement::percent() const {
    constexpr double kRoundingError = 1e-9;
    return static_cast<int>(scale * 100 + kRoundingError);
}

Placement place(SizeMm page) {
    const double width = page.width.value;
    const double height = page.height.value;
    const double upright = scaleToFit(width, height);
    const double turned = scaleToFit(height, width);
    Placement placement{.scale = std::max(upright, turned),
                        .turn = turned > upright ? Turn::quarter : Turn::none};
    BoxMm& box = placement.box;
    box.width = (placement.turn == Turn::quarter ? height : width) * placement.scale;
    box.height = (placement.turn == Turn::quarter ? width : height) * placement.scale;
    box.x = kLicenceArea.x + (kLicenceArea.width - box.width) / 2;
    box.y = kLicenceArea.y + (kLicenceArea.height - box.height) / 2;
    return placement;
}

} // namespace kiosk::document
