// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "drivers/auxiliaries/auxiliaries.h"

namespace kiosk::drivers::serial_board {

inline constexpr std::string_view kVersion = "1"; ///< of the protocol

/// Who a board says it is: the words after "BOARD".
struct Description {
    std::string version;
    std::string model;
    std::string firmware;
    std::vector<Part> parts; ///< in the order of the enum, each once

    bool operator==(const Description&) const = default;
};
std::optional<Description> descriptionFrom(std::span<const std::string> words);
std::vector<std::string> wordsOf(const Description& description);

/// "cabinetDoor=open" put into a state; nothing where it makes no sense or names a light.
std::optional<CabinetChange> changeFrom(const CabinetState& before, std::string_view word);
/// What a state says of one part that is felt: "cabinetDoor=open".
std::string wordOf(Part part, const CabinetState& state);

} // namespace kiosk::drivers::serial_board
