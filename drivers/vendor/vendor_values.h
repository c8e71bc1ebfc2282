// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "drivers/device/device.h"
#include "drivers/vendor/kiosk_driver.h"

/// What crosses the border to a supplier's module, looked at as if a stranger had written it.
namespace kiosk::drivers::vendor {

/// The module did what its contract forbids: its supplier must act.
std::unexpected<Error> wrong(std::string_view code, std::string_view detail);

/// Zeros with the struct's size in front, as everything that is lent to a module.
template <typename T>
T sized() {
    T value{};
    value.struct_size = sizeof(T);
    return value;
}

/// The text in `room`; "vendor.bad-text" where it does not end in it or is no UTF-8.
Result<std::string> textIn(std::span<const char> room, std::string_view what);

template <std::size_t N>
Result<std::string> textOf(const char (&room)[N], std::string_view what) {
    return textIn(std::span(room, N), what);
}

/// The value with this number, counted from 1; "vendor.bad-enum" for any other.
template <typename E, std::size_t N>
Result<E> valueOf(const std::array<E, N>& values, std::int32_t number, std::string_view what) {
    if (number < 1 || static_cast<std::size_t>(number) > N)
        return wrong("vendor.bad-enum", std::string(what) + " " + std::to_string(number));
    return values[static_cast<std::size_t>(number) - 1];
}

/// The number of a value that is told to a module.
template <typename E, std::size_t N>
std::int32_t numberOf(const std::array<E, N>& values, E value) {
    return static_cast<std::int32_t>(std::ranges::find(values, value) - values.begin()) + 1;
}

/// The values whose numbers are in the set.
template <typename E, std::size_t N>
std::vector<E> valuesIn(const std::array<E, N>& values, std::uint32_t set) {
    std::vector<E> chosen;
    for (std::size_t i = 0; i < N; ++i)
        if ((set >> (i + 1) & 1U) != 0)
            chosen.push_back(values[i]);
    return chosen;
}

/// One of 0 and 1; "vendor.bad-enum" for any other.
Result<bool> yesOrNo(std::int32_t value, std::string_view what);

/// An error of ours as a module would tell it; its detail as far as there is room.
kiosk_error inVendorsWords(const Error& error);

/// What a function returned: nothing, the module's own error, or "vendor.bad-error" for one that
/// tells no kind, remedy or code.
Result<> answered(std::int32_t result, const kiosk_error& error);

/// The lines of a text, empty ones left out.
std::vector<std::string> linesOf(const std::string& text);

} // namespace kiosk::drivers::vendor
