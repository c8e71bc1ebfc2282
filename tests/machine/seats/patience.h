// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace kiosk::machine {

/// The kiosk times a press when it gets to look at its glass, a few times a second.
inline constexpr std::chrono::seconds kHold{1};
/// Two presses that follow sooner are one person's trembling, and the second does not count.
inline constexpr std::chrono::milliseconds kBetweenPresses{600};
/// What a question to a licence file may cost: the processor is one played by software.
inline constexpr std::chrono::seconds kFileTime{60};

} // namespace kiosk::machine
