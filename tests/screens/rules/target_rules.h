// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "tests/screens/rules/placed.h"

namespace kiosk::test {

/// How the glass hangs: from the board description.
struct Mounting {
    double heightOfGlass = 0; ///< mm
    double lowerEdge = 0;     ///< mm above the floor
    double lowest = 380;      ///< what a seated person reaches (EN 301 549 8.3)
    double highest = 1220;    ///< 1,120 where an obstruction is 510–635 mm deep
};

struct TargetDemands {
    double leastMainButton = 20;         ///< mm; 25 in the elder version
    std::optional<Mounting> within = {}; ///< set: everything to press lies in the band
};

/// Sizes and gaps of what can be pressed (A20, A21), that nothing under a dialog can be, and the
/// band a seated person reaches (A24).
Findings brokenTargetRules(const std::vector<Placed>& screen, const TargetDemands& demands = {});

} // namespace kiosk::test
