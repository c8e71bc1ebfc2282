// SPDX-License-Identifier: Apache-2.0
#include "firmware/licence/metadata/stated_date.h"

#include <algorithm>
#include <array>
#include <vector>

#include "firmware/base/text.h"
#include "firmware/licence/metadata/characters.h"

namespace kiosk {

namespace {

constexpr std::array<std::string_view, 3> kOpenEnds{"长期", "长期有效", "永久"};

/// The runs of digits, and whether nothing but known separators lies between them.
std::optional<std::vector<std::string>> digitRuns(std::string_view text) {
    constexpr std::u32string_view kSeparators = U"-/.年月日";
    std::vector<std::string> runs;
    bool inRun = false;
    for (const char32_t letter : codePoints(text)) {
        const bool digit = letter >= U'0' && letter <= U'9';
        if (!digit && !kSeparators.contains(letter))
            return std::nullopt;
        if (digit && !inRun)
            runs.emplace_back();
        if (digit)
            runs.back() += static_cast<char>(letter);
        inRun = digit;
    }
    return runs;
}

std::optional<Date> dateFrom(std::string_view year, std::string_view month, std::string_view day) {
    if (year.size() != 4 || month.size() > 2 || day.size() > 2)
        return std::nullopt;
    const auto number = [](std::string_view digits) {
        return static_cast<unsigned>(parseInteger(digits).value_or(0));
    };
    const Date date{std::chrono::year(static_cast<int>(number(year))),
                    std::chrono::month(number(month)), std::chrono::day(number(day))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Date> dateIn(std::string_view text) {
    const auto runs = digitRuns(text);
    if (!runs)
        return std::nullopt;
    if (runs->size() == 1)
        return dateFromDigits(runs->front());
    return runs->size() == 3 ? dateFrom((*runs)[0], (*runs)[1], (*runs)[2]) : std::nullopt;
}

} // namespace

std::optional<Date> dateFromDigits(std::string_view yyyymmdd) {
    if (yyyymmdd.size() != 8 || !isAllDigits(yyyymmdd))
        return std::nullopt;
    return dateFrom(yyyymmdd.substr(0, 4), yyyymmdd.substr(4, 2), yyyymmdd.substr(6, 2));
}

StatedDate readDate(std::string_view text) {
    using enum StatedDate::Kind;
    constexpr Date kNever = std::chrono::year(9999) / 12 / 31;
    const std::string_view stated = trimmed(text);
    if (stated.empty())
        return {};
    if (std::ranges::find(kOpenEnds, stated) != kOpenEnds.end())
        return {.kind = openEnd};
    const auto date = dateIn(stated);
    if (!date)
        return {.kind = unreadable};
    return *date == kNever ? StatedDate{.kind = openEnd} : StatedDate{.kind = day, .day = *date};
}

} // namespace kiosk
