// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/visit/staff_duty.h"
#include "firmware/visit/view.h"

namespace kiosk::visit::tests {

namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;
using std::chrono::year;

/// 26 November 2026 is a Thursday.
WallTime at(int day, std::chrono::minutes timeOfDay) {
    return sys_days(year(2026) / 11 / day) + timeOfDay - 8h;
}

StaffDuty weekdays() {
    return {.hours = StaffDuty::Hours{
                .from = 9h, .to = 17h, .days = {true, true, true, true, true, false, false}}};
}

std::string next(const StaffDuty& duty, WallTime now) {
    const auto begin = nextOnDuty(duty, now);
    return begin ? localDateTime(*begin) : std::string();
}

} // namespace

TEST_CASE("A54 staff are on duty from the first minute of their hours to the last, here") {
    const StaffDuty duty = weekdays();
    CHECK_FALSE(isOnDuty(duty, at(26, 9h - 1min)));
    CHECK(isOnDuty(duty, at(26, 9h)));
    CHECK(isOnDuty(duty, at(26, 17h - 1min)));
    CHECK_FALSE(isOnDuty(duty, at(26, 17h)));
    CHECK_FALSE(isOnDuty(duty, at(28, 12h))); // Saturday
    CHECK(isOnDuty({}, at(28, 3h)));          // nobody says when: always
}

TEST_CASE("A54 when staff are back is told over night and weekend") {
    const StaffDuty duty = weekdays();
    CHECK(next(duty, at(26, 3h)) == "2026-11-26 09:00");
    CHECK(next(duty, at(26, 17h)) == "2026-11-27 09:00");
    CHECK(next(duty, at(27, 18h)) == "2026-11-30 09:00");
    StaffDuty fridays = weekdays();
    fridays.hours->days = {false, false, false, false, true, false, false};
    CHECK(next(fridays, at(27, 10h)) == "2026-12-04 09:00");
    StaffDuty never = weekdays();
    never.hours->days = {};
    CHECK(next(never, at(26, 3h)).empty());
}

} // namespace kiosk::visit::tests
