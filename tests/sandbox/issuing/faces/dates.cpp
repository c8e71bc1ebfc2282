// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/faces/dates.h"

#include <array>
#include <cstdio>

namespace kiosk::sandbox {

namespace {

template <typename... Numbers>
std::string printed(const char* pattern, Numbers... numbers) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), pattern, numbers...);
    return text.data();
}

int yearOf(Date date) {
    return static_cast<int>(date.year());
}

unsigned monthOf(Date date) {
    return static_cast<unsigned>(date.month());
}

unsigned dayOf(Date date) {
    return static_cast<unsigned>(date.day());
}

} // namespace

std::string compactUtc(WallTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const Date date(day);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - day));
    return printed("%04d%02u%02u%02d%02d%02dZ", yearOf(date), monthOf(date), dayOf(date),
                   static_cast<int>(clock.hours().count()),
                   static_cast<int>(clock.minutes().count()),
                   static_cast<int>(clock.seconds().count()));
}

std::string isoDate(Date date) {
    return printed("%04d-%02u-%02u", yearOf(date), monthOf(date), dayOf(date));
}

std::string faceDate(Date date) {
    return printed("%04d年%02u月%02u日", yearOf(date), monthOf(date), dayOf(date));
}

} // namespace kiosk::sandbox
