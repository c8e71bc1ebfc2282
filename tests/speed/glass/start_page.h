// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "screens/kit/board.h"
#include "screens/kit/node.h"

namespace kiosk::speed {

/// A laid-out tree as one static page for a browser: the same boxes, words, fonts and drawings at
/// the same places, and targets that show when they are pressed. Drawings come from `icons`.
std::string htmlOf(const kit::Node& root, const kit::Board& board,
                   const std::filesystem::path& icons);

} // namespace kiosk::speed
