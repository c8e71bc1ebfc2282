// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>

namespace kiosk {

/// A length on paper or glass. Pixels appear only where a board's density turns this into them.
struct Millimetres {
    double value = 0;

    auto operator<=>(const Millimetres&) const = default;
    Millimetres operator+(Millimetres other) const { return {value + other.value}; }
    Millimetres operator-(Millimetres other) const { return {value - other.value}; }
    Millimetres operator*(double factor) const { return {value * factor}; }
    Millimetres operator/(double divisor) const { return {value / divisor}; }
    double operator/(Millimetres other) const { return value / other.value; }
};

/// Width and height of a sheet, a page or a screen.
struct SizeMm {
    Millimetres width;
    Millimetres height;

    bool operator==(const SizeMm&) const = default;
};

inline constexpr SizeMm kA4{{210}, {297}};

namespace literals {
constexpr Millimetres operator""_mm(long double value) {
    return {static_cast<double>(value)};
}
constexpr Millimetres operator""_mm(unsigned long long value) {
    return {static_cast<double>(value)};
}
} // namespace literals

} // namespace kiosk
