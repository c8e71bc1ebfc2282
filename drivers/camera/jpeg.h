// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "drivers/camera/camera.h"
#include "firmware/base/bytes.h"

namespace kiosk::drivers {

/// The brightness of a JPEG picture (ITU-T T.81), colour left out while decoding. Nothing when it
/// is damaged in any way: a picture cut short decodes with grey below the cut, and a code must not
/// be looked for in that. Also takes motion JPEG frames without Huffman tables. At most
/// kLargestPicture pixels. Pure.
std::optional<Frame> decodeJpeg(ByteView jpeg);

/// Width times height that decoders accept: an A4 page at 600 dpi fits.
inline constexpr std::size_t kLargestPicture = 40'000'000;

} // namespace kiosk::drivers
