// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "firmware/app/config.h"
#include "firmware/base/clock.h"

namespace kiosk::app {

/// A kiosk knows that a region's platform did not answer or is not believed; why that is, and so
/// who must act, is seen by going the way there once, as `net check` does. Puts the nearer cause
/// into a health report in the place of the far one, and a clock that is more than two minutes
/// beside the platforms' own: a warning, beyond a day what keeps printing and verifying away. Takes
/// a dozen seconds a region at most. `report` is one of form kReportForm.
void lookCloser(nlohmann::json& report, const Config& config, const Clock& clock);

} // namespace kiosk::app
