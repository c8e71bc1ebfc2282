// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/screens/rules/placed.h"
#include "tests/screens/rules/target_rules.h"

namespace kiosk::test {

/// Where somebody who sits looks from: 1,015 mm above the middle of the floor space (EN 301
/// 549 8.3, Section 508 402.4). That space is 760 mm deep beside the kiosk (ADA 305.3), half of it
/// 380: we count the 400 mm of our text heights (A3). So high they look up, and so large the
/// smallest writing has to seem, are ours: half way to upright, and the 16 minutes of arc of a
/// capital that ISO 9241-303 asks for at least.
struct Sight {
    double eyeAboveFloor = 1015; ///< mm
    double eyeBeforeGlass = 400; ///< mm
    double steepest = 45;        ///< degrees, up and down
    double leastMinutes = 16;    ///< of arc, of a capital H as it is seen: aslant and further away
};

/// Everything written can be read from there (A25).
Findings brokenSightRules(const std::vector<Placed>& screen, const Mounting& mounting,
                          const Sight& sight = {});

} // namespace kiosk::test
