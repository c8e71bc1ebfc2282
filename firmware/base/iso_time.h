// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "firmware/base/clock.h"
#include "firmware/base/result.h"

namespace kiosk {

/// "2026-11-01T08:30:00Z" (ISO 8601, UTC), and back; a date alone means its first second. Error
/// "usage.not-a-time" (citizenAgain): such texts are typed.
std::string isoTime(WallTime time);
Result<WallTime> timeFromIso(const std::string& text);

/// "2026-11-23" (ISO 8601), and back: a real day in just this form, or nothing.
std::string isoDate(std::chrono::year_month_day date);
std::optional<std::chrono::year_month_day> dateFromIso(std::string_view text);

} // namespace kiosk
