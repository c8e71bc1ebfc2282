// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "firmware/licence/licence.h"

namespace kiosk {

/// A date as a licence or its metadata states it.
struct StatedDate {
    enum class Kind { absent, day, openEnd, unreadable };

    Kind kind = Kind::absent;
    Date day{}; ///< where the kind is `day`

    bool operator==(const StatedDate&) const = default;
};

/// "20260318", or nothing where no calendar has that day.
std::optional<Date> dateFromDigits(std::string_view yyyymmdd);

/// "2026-03-18", "2026年3月18日", "2026/03/18", "20260318"; "长期" and 9999-12-31 are open ends.
StatedDate readDate(std::string_view text);

} // namespace kiosk
