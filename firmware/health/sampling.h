// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>

#include "firmware/health/facts.h"

namespace kiosk::health {

/// What an outlet says of a known thing: numbers as they are, words by their name.
template <typename T>
Value valueOf(const T& known) {
    if constexpr (std::same_as<T, bool>)
        return known;
    else if constexpr (std::integral<T>)
        return std::int64_t{known};
    else if constexpr (std::floating_point<T>)
        return double{known};
    else if constexpr (std::same_as<T, std::chrono::seconds>)
        return std::int64_t{known.count()};
    else if constexpr (std::same_as<T, Outcome>)
        return !known.fault.has_value();
    else if constexpr (std::same_as<T, Cause>)
        return known.code();
    else if constexpr (requires { known.text(); })
        return known.text();
    else
        return std::string(name(known));
}

template <typename T>
Value valueOf(const std::optional<T>& known) {
    return known ? valueOf(*known) : Value();
}

/// A fact that there is once.
template <typename T>
std::vector<Sample> once(const std::optional<T>& known, Services carries = {},
                         const std::optional<Cause>& fault = {}) {
    return {{.value = valueOf(known), .carries = carries, .fault = fault}};
}

inline std::optional<Cause> faultIf(bool is, Cause cause) {
    return is ? std::optional(std::move(cause)) : std::nullopt;
}

/// The three that every kiosk has, known or not, and the others that this one has.
std::vector<Part> partsOf(const Health& health);

} // namespace kiosk::health
