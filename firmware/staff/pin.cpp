// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/pin.h"

#include <algorithm>
#include <cstring>

namespace kiosk::staff {

namespace {

/// Whether each digit is so much more than the one before.
bool stepsBy(std::string_view digits, int step) {
    for (std::size_t at = 1; at < digits.size(); ++at)
        if (digits[at] - digits[at - 1] != step)
            return false;
    return true;
}

} // namespace

Pin::Pin(std::string_view digits) {
    for (const char digit : digits)
        add(digit - '0');
}

Pin::~Pin() {
    explicit_bzero(digits_.data(), digits_.size());
}

void Pin::add(int digit) {
    if (size_ < kMost && digit >= 0 && digit <= 9)
        digits_[size_++] = static_cast<char>('0' + digit);
}

void Pin::eraseLast() {
    if (size_ > 0)
        digits_[--size_] = 0;
}

bool isGoodPin(std::string_view digits) {
    const bool isPin = digits.size() >= Pin::kLeast && digits.size() <= Pin::kMost &&
                       std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    return isPin && !stepsBy(digits, 0) && !stepsBy(digits, 1) && !stepsBy(digits, -1);
}

} // namespace kiosk::staff
