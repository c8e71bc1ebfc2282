// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <string>
#include <vector>

#include "firmware/audit/event_list.h"
#include "firmware/base/error.h"
#include "firmware/base/log.h"

namespace kiosk::audit {

/// An event to be recorded, with what its fields hold.
struct Entry {
    const Event* event = nullptr; ///< never null, of kEvents
    std::vector<std::string> values{};
};

namespace detail {

std::string said(std::same_as<bool> auto flag) {
    return flag ? "yes" : "no";
}
std::string said(std::integral auto number)
    requires(!std::same_as<decltype(number), bool>)
{
    return std::to_string(number);
}
inline std::string said(const Error& error) {
    return error.code();
}
inline std::string said(std::string_view word) {
    return std::string(word);
}

/// What the program gives for that field.
template <std::size_t place, std::size_t at, typename T>
constexpr bool fits() {
    constexpr events::Form kForm = kEvents[place].fields[at].logged.form;
    if constexpr (kForm == events::Form::number)
        return std::integral<T> && !std::same_as<T, bool>;
    else if constexpr (kForm == events::Form::flag)
        return std::same_as<T, bool>;
    else if constexpr (kForm == events::Form::code)
        return std::same_as<T, Error> || std::convertible_to<T, std::string_view>;
    else
        return std::convertible_to<T, std::string_view>;
}

template <std::size_t place, typename... Args, std::size_t... at>
constexpr bool allFit(std::index_sequence<at...>) {
    return (fits<place, at, Args>() && ...);
}

} // namespace detail

/// An event of event_list.h with what its fields hold, in their order:
/// `entry<"copy.printed">(region.code, pages)`. An id that is not declared does not compile, nor do
/// too few or too many values or values of another type than the field's. An Error gives its code.
template <log::Id id, typename... Args>
Entry entry(const Args&... args) {
    constexpr std::size_t kPlace = placeOf(id.view());
    static_assert(kPlace != kNoEvent, "not declared in firmware/audit/event_list.h");
    static_assert(sizeof...(Args) == kEvents[kPlace].fieldCount(),
                  "a value for each field that is declared");
    static_assert(detail::allFit<kPlace, Args...>(std::index_sequence_for<Args...>()),
                  "a value that the field cannot hold");
    return {&kEvents[kPlace], {detail::said(args)...}};
}

} // namespace kiosk::audit
