// SPDX-License-Identifier: Apache-2.0
#include "firmware/ending/ending.h"

#include <algorithm>
#include <cstdio>

#include "firmware/base/iso_time.h"

namespace kiosk::ending {

std::string_view name(How how) {
    return kHowNames[static_cast<std::size_t>(how)];
}

std::string_view name(Fault fault) {
    return kFaultNames[static_cast<std::size_t>(fault)];
}

bool isModuleName(std::string_view name) {
    constexpr std::size_t kLongest = 31;
    const auto isAllowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("._+-").contains(c);
    };
    const bool isLibrary = name.contains(".so") || name.starts_with("lib");
    return name.size() <= kLongest && (name == "kiosk" || isLibrary) &&
           std::ranges::all_of(name, isAllowed);
}

std::string text(const Ending& ending) {
    std::string line(name(ending.how));
    if (ending.fault != Fault::none)
        line.append(" (").append(name(ending.fault)).append(")");
    if (ending.place)
        line.append(" at ").append(name(*ending.place));
    return line + ", " + isoTime(ending.at);
}

std::string text(const Frame& frame) {
    std::array<char, 48> numbers{};
    std::snprintf(numbers.data(), numbers.size(), "+0x%llx (%016llx)",
                  static_cast<unsigned long long>(frame.offset),
                  static_cast<unsigned long long>(frame.build));
    return (frame.module.empty() ? "?" : frame.module) + numbers.data();
}

} // namespace kiosk::ending
