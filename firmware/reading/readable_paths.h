// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/result.h"

namespace kiosk::reading::walls {

/// From here on this process sees the system's programs, libraries, fonts and their settings to
/// read and to execute, and no other file (Landlock). Error "document.no-walls".
Result<> onlyReadable();

} // namespace kiosk::reading::walls
