// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/kit/texts.h"
#include "tests/screens/rules/placed.h"

namespace kiosk::test {

/// Nothing lures (A56): what lies over a screen answers somebody and goes away by one press that
/// changes nothing of the visit, one button a screen is louder than the others, every picture is
/// the licence, the camera's or a drawing of ours, and no words advertise.
Findings brokenLureRules(const std::vector<Placed>& screen);

/// Who somebody is is asked with another way beside it on the same screen: the window, without card
/// and without face (A57). A comparison of faces names the card and the window both.
Findings brokenWayRules(const std::vector<Placed>& screen, const kit::Texts& texts);

} // namespace kiosk::test
