// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/ipp/supplies.h"

#include <algorithm>
#include <charconv>
#include <span>
#include <string_view>

namespace kiosk::drivers::ipp {

namespace {

/// The value of "key=" in "a=1;key=2;"; empty where it is missing.
std::string_view valueOf(std::string_view entry, std::string_view key) {
    while (!entry.empty()) {
        const std::size_t end = std::min(entry.find(';'), entry.size());
        const std::string_view field = entry.substr(0, end);
        if (field.starts_with(key) && field.substr(key.size()).starts_with('='))
            return field.substr(key.size() + 1);
        entry.remove_prefix(std::min(end + 1, entry.size()));
    }
    return {};
}

/// Negative levels say "unknown" and "some".
std::optional<int> amount(std::string_view entry, std::string_view key) {
    const std::string_view text = valueOf(entry, key);
    int value = -1;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    constexpr int kMost = 1'000'000; // what is more is no level
    if (problem != std::errc() || end != text.data() + text.size() || value < 0 || value > kMost)
        return std::nullopt;
    return value;
}

} // namespace

std::optional<int> sheetsLeft(const std::vector<std::string>& inputTrays) {
    std::optional<int> sum;
    constexpr std::size_t kMostTrays = 64;
    for (const std::string& tray :
         std::span(inputTrays).first(std::min(inputTrays.size(), kMostTrays)))
        if (const auto level = amount(tray, "level"))
            sum = sum.value_or(0) + *level;
    return sum;
}

std::optional<int> supplyPercent(const std::vector<std::string>& supplies) {
    std::optional<int> least;
    for (const std::string& supply : supplies) {
        const auto level = amount(supply, "level");
        const auto most = amount(supply, "maxcapacity");
        if (valueOf(supply, "class") != "supplyThatIsConsumed" || !level || !most || *most == 0)
            continue;
        const int percent = static_cast<int>(std::min(100LL, 100LL * *level / *most));
        least = std::min(least.value_or(percent), percent);
    }
    return least;
}

} // namespace kiosk::drivers::ipp
