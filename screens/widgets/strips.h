// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/widgets/button.h"

namespace kiosk::widgets {

inline constexpr int kSteps = 6;

/// Where in the six steps the citizen is; for those who see it a row of dots, for others "3/6".
kit::Node stepDots(const Design& design, const kit::Texts& texts, int step);

/// The strip on top of every screen: where and when, the step, and what a person may change at any
/// time. With low reach that is not here: see settingsStrip().
kit::Node topStrip(const Design& design, const kit::Texts& texts, const visit::VisitView& view,
                   std::optional<int> step);

/// What a person may change at any time, as a strip of its own above the bottom one.
kit::Node settingsStrip(const Design& design, const kit::Texts& texts);

/// Which of the two side buttons the screen offers; the place of all three never changes (A54).
struct BottomSpec {
    bool back = true;
    bool startOver = true;
};

kit::Node bottomStrip(const Design& design, const kit::Texts& texts, const visit::VisitView& view,
                      BottomSpec spec);

} // namespace kiosk::widgets
