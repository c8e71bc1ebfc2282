// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "firmware/base/clock.h"
#include "firmware/seal/der.h"

namespace kiosk::seal {

/// The time an UTCTime ("201010151120Z", years 1950 to 2049) or GeneralizedTime
/// ("20201010151120Z", fractions dropped) holds; always UTC.
Result<WallTime> timeValue(const DerElement& element);

/// The time in a v1 value's timeInfo (GM/T 0031-2014): an ASN.1 time or text in ISO 8601. Nothing
/// for a time stamp token (time_stamp.h).
std::optional<WallTime> timeInfo(ByteView bytes);

} // namespace kiosk::seal
