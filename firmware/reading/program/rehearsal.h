// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kiosk::reading {

/// Does once what reading a file will do, so that every library has loaded what it loads on first
/// use: fontconfig its caches, Pango its thread, the C library its tables of characters.
void rehearse();

} // namespace kiosk::reading
