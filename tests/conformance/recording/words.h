// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "tests/conformance/recording/recording.h"

/// The words of a recording's text. Private to this folder.
namespace kiosk::tests {

inline constexpr std::string_view kTitle = "kiosk usb recording 1";

inline constexpr std::array kKindWords{std::pair(Transfer::Kind::in, std::string_view("in")),
                                       std::pair(Transfer::Kind::out, std::string_view("out")),
                                       std::pair(Transfer::Kind::ask, std::string_view("ask")),
                                       std::pair(Transfer::Kind::tell, std::string_view("tell"))};

using TransferEnd = std::optional<drivers::LinkTrouble>;
inline constexpr std::array kEndWords{
    std::pair(TransferEnd{}, std::string_view("done")),
    std::pair(TransferEnd{drivers::LinkTrouble::silent}, std::string_view("timeout")),
    std::pair(TransferEnd{drivers::LinkTrouble::stalled}, std::string_view("stall")),
    std::pair(TransferEnd{drivers::LinkTrouble::failed}, std::string_view("broken")),
    std::pair(TransferEnd{drivers::LinkTrouble::gone}, std::string_view("gone")),
    std::pair(TransferEnd{drivers::LinkTrouble::cancelled}, std::string_view("cancelled"))};

inline std::string_view wordOf(Transfer::Kind kind) {
    return std::ranges::find(kKindWords, kind, [](const auto& row) { return row.first; })->second;
}

inline std::string_view endWord(const TransferEnd& end) {
    return std::ranges::find(kEndWords, end, [](const auto& row) { return row.first; })->second;
}

/// The value with this word.
template <typename Value, std::size_t N>
std::optional<Value> valueNamed(const std::array<std::pair<Value, std::string_view>, N>& words,
                                std::string_view word) {
    for (const auto& [value, its] : words)
        if (its == word)
            return value;
    return std::nullopt;
}

} // namespace kiosk::tests
