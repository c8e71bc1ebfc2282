// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

/// Putting short texts together (GCC 12 has no <format>).
namespace kiosk::kit {

/// The pattern with one "{}" after the other replaced by a value.
std::string filled(std::string_view pattern, std::initializer_list<std::string_view> values);

template <typename... Values>
std::string format(std::string_view pattern, const Values&... values) {
    return filled(pattern, {std::string_view(values)...});
}

/// With so many digits after the point: fixed(12.7, 1) is "12.7".
std::string fixed(double value, int digits);

/// "2026-01-31".
std::string isoDate(int year, unsigned month, unsigned day);

} // namespace kiosk::kit
