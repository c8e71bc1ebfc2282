// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tests/speed/compare/comparison.h"

namespace kiosk::speed {

/// What one action took, round by round, in milliseconds.
struct Laps {
    std::vector<double> cpu, wall;
};

/// Several actions in turns: what disturbs one disturbs the others. Errors of the actions.
Result<std::vector<Laps>> takeTurns(const std::vector<Action>& actions, int rounds);

/// A side whose time on the wall counts: most of it is spent by a wire or by other processes.
Side timedSide(std::string name, const Laps& laps);

} // namespace kiosk::speed
