// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/kit/node.h"

namespace kiosk::kit {

/// Turns a laid-out tree round inside `area` for a language that runs from the right: what stood
/// left stands right, texts begin at the right edge, arrows point the other way. Texts, pictures
/// and illustrations themselves stay as they are, and so does what has an order of its own.
void mirror(Node& root, const RectMm& area);

} // namespace kiosk::kit
