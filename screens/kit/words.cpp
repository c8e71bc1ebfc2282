// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/words.h"

#include <array>
#include <cstdio>

namespace kiosk::kit {

std::string filled(std::string_view pattern, std::initializer_list<std::string_view> values) {
    std::string result;
    for (const std::string_view value : values) {
        const std::size_t slot = pattern.find("{}");
        if (slot == std::string_view::npos)
            break;
        result.append(pattern.substr(0, slot)).append(value);
        pattern.remove_prefix(slot + 2);
    }
    return result.append(pattern);
}

std::string fixed(double value, int digits) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

std::string isoDate(int year, unsigned month, unsigned day) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", year, month, day);
    return text.data();
}

} // namespace kiosk::kit
