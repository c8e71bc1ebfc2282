// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/kit/geometry.h"

namespace kiosk::kit {

/// The screen as the board description gives it: the only place where pixels and millimetres meet.
struct Board {
    int widthPx = 1080;
    int heightPx = 1920;
    double pixelsPerInch = 102; ///< 21.5 inch at 1080×1920

    double pixelsPerMm() const { return pixelsPerInch / 25.4; }
    double px(double mm) const { return mm * pixelsPerMm(); }
    double mm(double px) const { return px / pixelsPerMm(); }
    RectMm area() const { return {0, 0, mm(widthPx), mm(heightPx)}; }

    bool operator==(const Board&) const = default;
};

} // namespace kiosk::kit
