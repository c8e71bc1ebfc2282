// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cups/cups.h>
#include <cups/raster.h>

#include "firmware/base/late_library.h"

/// What we call of libcups to write a raster. Private to this module.
namespace kiosk::drivers::pwg {

inline constexpr LateLibrary kLibcups{KIOSK_LIBCUPS};

// NOLINTBEGIN(readability-identifier-naming): the library's own names
KIOSK_LATE(kLibcups, cupsRasterClose);
KIOSK_LATE(kLibcups, cupsRasterInitPWGHeader);
KIOSK_LATE(kLibcups, cupsRasterOpenIO);
KIOSK_LATE(kLibcups, cupsRasterWriteHeader2);
KIOSK_LATE(kLibcups, cupsRasterWritePixels);
KIOSK_LATE(kLibcups, pwgMediaForPWG);
// NOLINTEND(readability-identifier-naming)

} // namespace kiosk::drivers::pwg
