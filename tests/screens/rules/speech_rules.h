// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/screens/rules/placed.h"

namespace kiosk::test {

/// Everything with a role speaks, itself or through what it holds; every word written is spoken by
/// something (A30); a state has words and a sign beside its colour (A8).
Findings brokenSpeechRules(const std::vector<Placed>& screen);

/// Staff can be called from every screen; wherever something can be pressed, one step back and
/// start over can be too, but for where there is no step to take back (A54).
Findings brokenOfferRules(const std::vector<Placed>& screen);

} // namespace kiosk::test
