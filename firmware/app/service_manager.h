// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace kiosk::app {

/// Tells whoever started this program how it is, in systemd's words (sd_notify(3)): "READY=1" once
/// it serves. Nothing happens where nobody asked, as on a desk (NOTIFY_SOCKET). Any thread.
/// Returns whether it was told.
bool tellServiceManager(std::string_view state);

} // namespace kiosk::app
