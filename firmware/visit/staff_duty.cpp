// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/staff_duty.h"

namespace kiosk::visit {

namespace {

using std::chrono::days;
using Hours = StaffDuty::Hours;

constexpr std::chrono::hours kChinaStandardTime{8};

/// A moment as a clock on the wall here tells it.
struct Local {
    std::chrono::sys_days day;
    std::chrono::minutes sinceMidnight;
};

Local localOf(WallTime now) {
    const WallTime here = now + kChinaStandardTime;
    const auto day = std::chrono::floor<days>(here);
    return {day, std::chrono::floor<std::chrono::minutes>(here - day)};
}

bool isWorkday(const Hours& hours, std::chrono::sys_days day) {
    return hours.days.at(std::chrono::weekday(day).iso_encoding() - 1);
}

} // namespace

bool isOnDuty(const StaffDuty& duty, WallTime now) {
    if (!duty.hours)
        return true;
    const Local local = localOf(now);
    return isWorkday(*duty.hours, local.day) && local.sinceMidnight >= duty.hours->from &&
           local.sinceMidnight < duty.hours->to;
}

std::optional<WallTime> nextOnDuty(const StaffDuty& duty, WallTime now) {
    if (!duty.hours)
        return now;
    constexpr int kDaysOfWeek = 7;
    const std::chrono::sys_days today = localOf(now).day;
    for (int ahead = 0; ahead <= kDaysOfWeek; ++ahead) {
        const std::chrono::sys_days day = today + days(ahead);
        const WallTime begin = day + duty.hours->from - kChinaStandardTime;
        if (isWorkday(*duty.hours, day) && begin > now)
            return begin;
    }
    return std::nullopt;
}

} // namespace kiosk::visit
