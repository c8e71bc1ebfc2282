// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <functional>
#include <initializer_list>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>

#include "firmware/base/error.h"
#include "firmware/base/event_list.h"

namespace kiosk::log {

using events::Level;

/// An id spelt where it is logged.
template <std::size_t N>
struct Id {
    std::array<char, N> text{};

    // A literal becomes one as it stands: log::tell<"kiosk.ready">().
    consteval Id(const char (&spelt)[N]) { // NOLINT(google-explicit-constructor)
        std::copy(spelt, spelt + N, text.begin());
    }
    constexpr std::string_view view() const { return {text.data(), N - 1}; }
};

namespace detail {

/// What the program gives for a field of that form.
template <events::Form form, typename T>
constexpr bool fits() {
    using enum events::Form;
    if constexpr (form == number)
        return (std::integral<T> && !std::same_as<T, bool>) || std::same_as<T, std::optional<int>>;
    else if constexpr (form == flag)
        return std::same_as<T, bool>;
    else if constexpr (form == code)
        return std::same_as<T, Error> || std::convertible_to<T, std::string_view>;
    else if constexpr (form == codes || form == words)
        return std::ranges::range<T> && !std::convertible_to<T, std::string_view>;
    else
        return std::convertible_to<T, std::string_view>;
}

std::string said(std::same_as<bool> auto flag) {
    return flag ? "yes" : "no";
}
std::string said(std::integral auto number)
    requires(!std::same_as<decltype(number), bool>)
{
    return std::to_string(number);
}
inline std::string said(const std::optional<int>& number) {
    return number ? std::to_string(*number) : "unknown";
}
inline std::string said(const Error& error) {
    return error.code();
}
inline std::string said(std::string_view word) {
    return std::string(word);
}
template <std::ranges::range Words>
    requires(!std::convertible_to<Words, std::string_view>)
std::string said(const Words& words) {
    std::string text;
    for (const std::string_view word : words)
        text.append(text.empty() ? "" : ",").append(word);
    return text;
}

template <std::size_t place, typename... Args, std::size_t... i>
constexpr bool allFit(std::index_sequence<i...>) {
    return (fits<events::kEvents[place].fields[i].form, Args>() && ...);
}

/// Makes the line and remembers the event; what a field may not hold is not said.
void write(const events::Event& event, std::initializer_list<std::string> values);

} // namespace detail

/// Logs an event of firmware/base/event_list.h with what its fields hold, in their order:
/// `log::tell<"visit.out-of-service">(error)` writes
///
///     warning visit: out of service event=visit.out-of-service code=printer.gone
///
/// From any thread. An id that is not declared does not compile, nor do too few or too many values
/// or values of another type than the field's. An Error gives its code: its detail may be of a
/// device or a file.
template <Id id, typename... Args>
void tell(const Args&... args) {
    constexpr std::size_t kPlace = events::placeOf(id.view());
    static_assert(kPlace != events::kNoEvent, "not declared in firmware/base/event_list.h");
    if constexpr (kPlace != events::kNoEvent) {
        static_assert(sizeof...(Args) == events::kEvents[kPlace].fieldCount(),
                      "a value for each field that is declared");
        if constexpr (sizeof...(Args) == events::kEvents[kPlace].fieldCount()) {
            static_assert(detail::allFit<kPlace, Args...>(std::index_sequence_for<Args...>()),
                          "a value that the field cannot hold");
            detail::write(events::kEvents[kPlace], {detail::said(args)...});
        }
    }
}

/// Where lines go; stderr until set. Lines arrive whole, one at a time, without a line end.
using Sink = std::function<void(Level, std::string_view line)>;
void setSink(Sink sink);
/// Lines below this level are dropped; info until set.
void setThreshold(Level level);

} // namespace kiosk::log
