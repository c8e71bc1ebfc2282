// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "firmware/base/clock.h"
#include "firmware/base/result.h"

namespace kiosk {

/// "2026-11-01T08:30:00Z" (ISO 8601, UTC), and back; a date alone means its first second. Error
/// "usage.not-a-time" (citizenAgain): such texts are typed.
std::string isoTime(WallTime time);
Result<WallTime> timeFromIso(const std::string& text);

} // namespace kiosk
