// SPDX-License-Identifier: Apache-2.0
#include "firmware/update/version.h"

#include <algorithm>
#include <charconv>

namespace kiosk::update {

namespace {

constexpr std::size_t kMostDigits = 18; // fit into 64 bits

std::optional<std::uint64_t> numberIn(std::string_view digits) {
    if (digits.empty() || digits.size() > kMostDigits ||
        !std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

} // namespace

std::optional<Version> Version::parse(std::string_view text) {
    std::vector<std::uint64_t> numbers;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find_first_of(".-", begin);
        const auto number = numberIn(text.substr(begin, end - begin));
        if (!number)
            return std::nullopt;
        numbers.push_back(*number);
        if (end == std::string_view::npos)
            return Version(std::string(text), std::move(numbers));
        begin = end + 1;
    }
}

} // namespace kiosk::update
