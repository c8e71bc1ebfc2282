// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/screens/rules/placed.h"

namespace kiosk::test {

/// Everything with a role speaks, itself or through what it holds; every word written is spoken by
/// something (A30); a state has words and a sign beside its colour (A8).
Findings brokenSpeechRules(const std::vector<Placed>& screen);

/// Back, staff and start over are never out of reach, nothing opens that was not asked for (A54,
/// A56), and whoever is asked for a card is told of the counter (A57).
Findings brokenOfferRules(const std::vector<Placed>& screen);

} // namespace kiosk::test
