// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "screens/kit/geometry.h"

namespace kiosk::kit {

/// How the screen is built into its cabinet: without this nobody says what can be reached.
struct Mounting {
    double bottomAboveFloorMm = 0; ///< lower edge of the visible area
    double obstructionDepthMm = 0; ///< what one reaches over: a shelf, a plinth

    bool operator==(const Mounting&) const = default;
};

/// How far clockwise the picture is turned on a panel that does not stand as the cabinet does: a
/// landscape panel built in upright, with its own top at the left, takes a quarter.
enum class Turn { none, quarter, half, threeQuarters };

/// The screen as the board description gives it: the only place where pixels and millimetres meet.
struct Board {
    int widthPx = 1080;
    int heightPx = 1920;
    double pixelsPerInch = 102; ///< 21.5 inch at 1080×1920

    std::optional<Mounting> mounting{};
    Turn turn = Turn::none; ///< a panel's own; a window on a desk is never turned

    double pixelsPerMm() const { return pixelsPerInch / 25.4; }
    double px(double mm) const { return mm * pixelsPerMm(); }
    double mm(double px) const { return px / pixelsPerMm(); }
    RectMm area() const { return {0, 0, mm(widthPx), mm(heightPx)}; }

    bool operator==(const Board&) const = default;
};

} // namespace kiosk::kit
