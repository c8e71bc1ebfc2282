// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "drivers/card_reader/card_trouble.h"

namespace kiosk::drivers::sam {

// The module's own status, third status byte of a reply. Source: the vendors' common table.
inline constexpr std::uint8_t kDone = 0x90;
inline constexpr std::uint8_t kNoSuchItem = 0x91;
inline constexpr std::uint8_t kCardFound = 0x9F;
inline constexpr std::uint8_t kUnknownCommand = 0x21;
inline constexpr std::uint8_t kNoCard = 0x80;

/// What to do before anything else when a command ended with a status.
enum class Recovery {
    none,
    resend,      ///< our frame arrived broken: the same once more
    resetModule, ///< the module is out of step
};

struct StatusMeaning {
    std::optional<CardTrouble> trouble; ///< nothing: the command was carried out
    Recovery recovery = Recovery::none;

    bool operator==(const StatusMeaning&) const = default;
};

/// What a status means for a command that needs a card. `kNoCard` is "card.removed" here; a search
/// for a card asks for that status before it asks this.
StatusMeaning meaningOf(std::uint8_t status);

} // namespace kiosk::drivers::sam
