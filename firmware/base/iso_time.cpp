// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/iso_time.h"

#include <array>
#include <ctime>

namespace kiosk {

std::string isoTime(WallTime time) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

Result<WallTime> timeFromIso(const std::string& text) {
    for (const char* form : {"%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d"}) {
        std::tm parts{};
        const char* end = ::strptime(text.c_str(), form, &parts);
        if (end != nullptr && *end == '\0')
            return std::chrono::system_clock::from_time_t(::timegm(&parts));
    }
    return fail(ErrorKind::unsupported, "usage.not-a-time", Remedy::citizenAgain, text);
}

} // namespace kiosk
