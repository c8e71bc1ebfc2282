// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "screens/kit/window/glass.h"

namespace kiosk::kit {

/// The whole of a bare screen, without a display server, a graphics processor or another console:
/// Screen shows, Input touches and keys. Asleep in poll() until something happens.
/// Errors: "screen.unavailable" (technician), with what each card and output lacks when patience
/// has ended.
Result<std::unique_ptr<Glass>> openKmsGlass(const Board& board, std::chrono::seconds patience);

} // namespace kiosk::kit
