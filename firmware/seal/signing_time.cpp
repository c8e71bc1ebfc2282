// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/signing_time.h"

#include <algorithm>
#include <cctype>

#include "firmware/base/text.h"

namespace kiosk::seal {

namespace {

/// "yyyyMMddHHmmss" to a time, when it is a real one.
std::optional<WallTime> fromDigits(std::string_view digits) {
    const bool allDigits =
        std::ranges::all_of(digits, [](unsigned char c) { return std::isdigit(c) != 0; });
    if (digits.size() != 14 || !allDigits)
        return std::nullopt;
    const auto part = [&](std::size_t at, std::size_t count) {
        return static_cast<int>(*parseInteger(digits.substr(at, count)));
    };
    const std::chrono::year_month_day date{std::chrono::year(part(0, 4)),
                                           std::chrono::month(static_cast<unsigned>(part(4, 2))),
                                           std::chrono::day(static_cast<unsigned>(part(6, 2)))};
    const int hour = part(8, 2);
    const int minute = part(10, 2);
    const int second = part(12, 2);
    if (!date.ok() || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    return std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
           std::chrono::seconds(second);
}

std::string withCentury(std::string_view utcTime) {
    const bool pastCentury = !utcTime.empty() && utcTime.front() >= '5'; // RFC 5280, 4.1.2.5.1
    return (pastCentury ? "19" : "20") + std::string(utcTime);
}

/// "2020-01-25T07:31:56.377Z" to "20200125073156".
std::string digitsOf(std::string_view isoText) {
    std::string digits;
    for (char c : isoText.substr(0, isoText.find('.')))
        if (std::isdigit(static_cast<unsigned char>(c)) != 0)
            digits.push_back(c);
    return digits;
}

} // namespace

Result<WallTime> timeValue(const DerElement& element) {
    std::string text = toText(element.content);
    if (!text.ends_with('Z'))
        return fail(ErrorKind::malformed, "seal.time", Remedy::supplier, "not UTC");
    text.pop_back();
    std::optional<WallTime> time;
    if (element.tag == tag::kUtcTime)
        time = fromDigits(withCentury(text));
    else if (element.tag == tag::kGeneralizedTime)
        time = fromDigits(text.substr(0, text.find('.')));
    if (!time)
        return fail(ErrorKind::malformed, "seal.time", Remedy::supplier, "no such time");
    return *time;
}

std::optional<WallTime> timeInfo(ByteView bytes) {
    DerReader reader(bytes);
    if (reader.nextTag() == tag::kUtcTime || reader.nextTag() == tag::kGeneralizedTime) {
        const auto element = reader.any();
        if (!element || !reader.atEnd())
            return std::nullopt;
        const auto time = timeValue(*element);
        return time ? std::optional(*time) : std::nullopt;
    }
    const std::string text = toText(bytes);
    const bool isoText = text.size() >= 20 && text[4] == '-' && text.ends_with('Z');
    return isoText ? fromDigits(digitsOf(text)) : std::nullopt;
}

} // namespace kiosk::seal
