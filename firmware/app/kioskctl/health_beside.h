// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "firmware/app/config.h"
#include "firmware/health/health.h"

namespace kiosk::app {

/// What can be known of a kiosk that does not run: each device is opened once, each region asked
/// once, the state folder tried. Opens nothing that a running kiosk has open, and makes no file.
health::Health healthBeside(const Config& config, WallTime now);

/// The running kiosk's own report; where none runs, one of what can be seen without it. A kiosk
/// that runs and does not answer, or may not be asked, is an error: nobody may open its devices
/// beside it.
Result<nlohmann::json> healthReport(const Config& config, WallTime now);

/// Of one whose configuration cannot be read: the machine, and why.
health::Health healthWithout(const Error& configuration, WallTime now);

} // namespace kiosk::app
