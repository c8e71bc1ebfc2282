// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/screens/rules/placed.h"

namespace kiosk::test {

/// Keys alone reach everything that can be pressed, in reading order, forth and back, and are held
/// nowhere (A26, A27, A28).
Findings brokenFocusRules(const kit::Node& root);

} // namespace kiosk::test
