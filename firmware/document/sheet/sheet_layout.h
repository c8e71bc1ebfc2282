// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/document.h"

/// Where things stand on the printed sheet: A4 portrait, millimetres, origin at the top left.
namespace kiosk::document {

/// Left free of the licence: printers cannot print up to the edge.
inline constexpr BoxMm kLicenceArea{.x = 6, .y = 6, .width = 198, .height = 240};
/// Below the licence: purpose, copy number, code.
inline constexpr BoxMm kStrip{.x = 14, .y = 250, .width = 182, .height = 38};
/// The QR without its quiet zone. At 200 dpi a module of a 53-module code is 4.5 dots wide.
inline constexpr BoxMm kSheetCode{.x = 166, .y = 253, .width = 30, .height = 30};

enum class Turn { none, quarter };

/// How a licence page is set into kLicenceArea: never larger than the original, turned where that
/// makes it larger, in the middle.
struct Placement {
    double scale = 1;
    Turn turn = Turn::none;
    BoxMm box{}; ///< on the sheet, after turning

    /// Whole percent, rounded down: a sheet never claims to be larger than it is.
    int percent() const;
};

Placement place(SizeMm page);

} // namespace kiosk::document
