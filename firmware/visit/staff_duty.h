// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>

#include "firmware/base/clock.h"

namespace kiosk::visit {

/// Who can be called to the kiosk, and when. Times of day are China Standard Time.
struct StaffDuty {
    struct Hours {
        std::chrono::minutes from{};                                        ///< since midnight
        std::chrono::minutes to{};                                          ///< later the same day
        std::array<bool, 7> days{true, true, true, true, true, true, true}; ///< Monday first
    };
    std::optional<Hours> hours{}; ///< nothing: there is always somebody
    int waitMinutes = 0;          ///< until somebody comes, as a rule; 0: nobody can say
    std::string hotline{};        ///< to call when nobody is on duty; empty: none
};

bool isOnDuty(const StaffDuty& duty, WallTime now);
/// When somebody comes on duty next; nothing where no day of the week has duty.
std::optional<WallTime> nextOnDuty(const StaffDuty& duty, WallTime now);

} // namespace kiosk::visit
