// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/kit/board.h"
#include "screens/kit/layout.h"
#include "screens/kit/texts.h"

/// The screens a citizen sees: each a pure function of the view. No device, no network, no clock.
namespace kiosk::citizen {

/// What a screen is made with besides the view. All of it outlives the trees.
struct ScreenContext {
    kit::Board board;
    const kit::Catalogue& catalogue;
    const kit::Themes& themes;
    kit::TextMeasure& measure;
};

/// The laid-out tree for any view, filling the board's area. Set as roomy as its texts allow.
kit::Node buildScreen(const visit::VisitView& view, const ScreenContext& context);

/// The same, saying whether everything found room (A9): for the tests.
struct BuiltScreen {
    kit::Node root;
    kit::Fit fit = kit::Fit::fits;
};
BuiltScreen buildAndFit(const visit::VisitView& view, const ScreenContext& context);

} // namespace kiosk::citizen
