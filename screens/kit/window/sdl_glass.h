// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/kit/window/glass.h"

namespace kiosk::kit {

/// A window of SDL's, on a desk or under a display server. SDL is loaded by the first one.
/// Errors: "screen.unavailable" (technician), in SDL's words.
Result<std::unique_ptr<Glass>> openSdlGlass(const Board& board, const Window::Options& options);

} // namespace kiosk::kit
