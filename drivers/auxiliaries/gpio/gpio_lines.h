// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <stop_token>
#include <vector>

#include "firmware/base/clock.h"
#include "firmware/base/result.h"

namespace kiosk::drivers::gpio {

enum class Level { inactive, active };

/// A line that was felt to move.
struct Edge {
    std::size_t line = 0;          ///< index in the profile
    Level level = Level::inactive; ///< since then
    SteadyTime at{};
};

/// The lines of a profile, requested from the system: what GpioAuxiliaries needs of it, so that its
/// rules can be tried without a board. "Active" already regards which lines are active low. Errors:
/// "auxiliaries.gone".
class GpioLines {
public:
    virtual ~GpioLines() = default;
    virtual Result<Level> level(std::size_t line) = 0;         ///< of one that is felt
    virtual Result<> drive(std::size_t line, Level level) = 0; ///< of one that is lit
    /// Waits for edges at most so long, or until the token asks; those there were, per line in
    /// their order.
    virtual Result<std::vector<Edge>> waitForEdges(std::chrono::milliseconds time,
                                                   const std::stop_token& stop) = 0;
};

} // namespace kiosk::drivers::gpio
