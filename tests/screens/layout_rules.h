// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "screens/kit/board.h"
#include "screens/kit/layout.h"

namespace kiosk::test {

/// What a laid-out screen breaks of the rules that are computed: sizes and gaps of targets (A20,
/// A21), nothing overlapping or outside (A9), texts inside their boxes (A9), smallest text (A2),
/// a name and spoken words for everything that can be pressed (A30). Empty: it keeps them all.
std::vector<std::string> brokenLayoutRules(const kit::Node& root, const kit::Board& board,
                                           kit::TextMeasure& measure);

/// Texts whose colour stands out less than `least` from the ground they are drawn on (A6, A7).
std::vector<std::string> weakContrasts(const kit::Node& root, double least);

} // namespace kiosk::test
