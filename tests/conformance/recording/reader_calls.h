// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "drivers/card_reader/card_reader.h"

/// What a kiosk asks of a card reader, and its answers in a word that tells of no person.
namespace kiosk::tests {

namespace calls {
inline constexpr std::string_view kOpen = "open";
inline constexpr std::string_view kReset = "reset";
inline constexpr std::string_view kFindCard = "find-card";
inline constexpr std::string_view kReadCard = "read-card";
inline constexpr std::string_view kCardStillThere = "card-still-there";
inline constexpr std::string_view kSamNumber = "sam-number";
} // namespace calls

std::string_view name(drivers::IdCard::Layout layout); ///< "mainland", "foreigner-2023"

inline std::string wordOf(bool answer) {
    return answer ? "yes" : "no";
}
inline std::string wordOf(const drivers::IdCard& card) {
    return std::string(name(card.layout));
}
template <typename T>
std::string wordOf(const T& /*done*/) {
    return "ok";
}

/// "yes", "mainland", "ok", or the error's code.
template <typename T>
std::string wordFor(const Result<T>& answer) {
    if (!answer)
        return std::string(answer.error().code());
    if constexpr (std::is_void_v<T>)
        return "ok";
    else
        return wordOf(*answer);
}

} // namespace kiosk::tests
