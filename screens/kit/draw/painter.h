// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "screens/kit/draw/assets.h"
#include "screens/kit/draw/canvas.h"
#include "screens/kit/node.h"

namespace kiosk::kit {

/// Draws the part of a laid-out tree that lies in `area`.
void paint(const Node& root, Canvas& canvas, Assets& assets, const RectMm& area);

/// Where two laid-out trees look different: few rectangles, touching ones joined.
std::vector<RectMm> damage(const Node& before, const Node& after);

} // namespace kiosk::kit
