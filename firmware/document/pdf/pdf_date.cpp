// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/pdf/pdf_date.h"

#include <algorithm>
#include <cctype>

#include "firmware/base/text.h"

namespace kiosk::document::pdf {

namespace {

using namespace std::chrono;

constexpr std::size_t kDigits = 14;
constexpr hours kChinaTime{8};

std::optional<int> number(std::string_view text, std::size_t at, std::size_t count) {
    if (text.size() < at + count)
        return std::nullopt;
    const std::string_view digits = text.substr(at, count);
    if (!std::ranges::all_of(digits, [](unsigned char c) { return std::isdigit(c) != 0; }))
        return std::nullopt;
    return static_cast<int>(*parseInteger(digits));
}

/// East of Greenwich: "Z", "+08'00'", "-05'30".
std::optional<minutes> zone(std::string_view text) {
    if (text.empty())
        return kChinaTime;
    if (text.front() == 'Z')
        return minutes(0);
    const auto hour = number(text, 1, 2);
    const auto minute = text.size() > 3 ? number(text, 4, 2) : 0;
    if ((text.front() != '+' && text.front() != '-') || !hour || !minute || *hour > 23 ||
        *minute > 59)
        return std::nullopt;
    const minutes east = hours(*hour) + minutes(*minute);
    return text.front() == '-' ? -east : east;
}

} // namespace

std::optional<WallTime> parseDate(std::string_view text) {
    if (text.starts_with("D:"))
        text.remove_prefix(2);
    const auto day = number(text, 0, 8);
    const auto clock = number(text, 8, 6);
    const auto east = day && clock ? zone(text.substr(kDigits)) : std::nullopt;
    if (!east)
        return std::nullopt;
    const year_month_day date{year(*day / 10000), month(static_cast<unsigned>(*day / 100 % 100)),
                              std::chrono::day(static_cast<unsigned>(*day % 100))};
    const int hour = *clock / 10000;
    const int minute = *clock / 100 % 100;
    const int second = *clock % 100;
    if (!date.ok() || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    return sys_days(date) + hours(hour) + minutes(minute) + seconds(second) - *east;
}

} // namespace kiosk::document::pdf
