// SPDX-License-Identifier: Apache-2.0
#include "firmware/audit/event.h"

#include "firmware/base/log_line.h"

namespace kiosk::audit {

namespace {

constexpr std::string_view kUnknown = "unknown";

/// A time to the second has 14 digits, a person's number 18.
bool isVersion(std::string_view text) {
    constexpr std::size_t kLongest = 40;
    constexpr int kMostDigits = 14;
    int digits = 0;
    for (const char c : text) {
        const bool isDigit = c >= '0' && c <= '9';
        digits = isDigit ? digits + 1 : 0;
        if (digits > kMostDigits || (!isDigit && c != '.' && c != '-'))
            return false;
    }
    return !text.empty() && text.size() <= kLongest;
}

bool isHex(std::string_view text, std::size_t digits) {
    return text.size() == digits &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool isDigest(std::string_view text) {
    constexpr std::size_t kDigits = 64;
    return isHex(text, kDigits);
}

bool isPoint(std::string_view text) {
    constexpr std::size_t kDigits = 130;
    return isHex(text, kDigits) && text.starts_with("04");
}

} // namespace

std::string admitted(const Field& field, std::string_view text) {
    switch (field.own) {
    case Own::version:
        return std::string(isVersion(text) ? text : kUnknown);
    case Own::digest:
        return std::string(isDigest(text) ? text : kUnknown);
    case Own::point:
        return std::string(isPoint(text) ? text : kUnknown);
    case Own::none:
        break;
    }
    return log::admitted(field.logged, text);
}

} // namespace kiosk::audit
