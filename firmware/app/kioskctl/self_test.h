// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "firmware/base/result.h"

namespace kiosk::app {

/// Whether the kiosk that runs on a new system works, by its own answers
/// (technician/service_desk.h): `health`, and `devices` as they stand now and as they stood on the
/// system before (null where there was none). It works when its configuration, its assets and its
/// store are well, no driver program has died, hung or not started, and every device that was open
/// before is open again: what was broken already speaks against no system. Errors (unavailable,
/// technician), with what does not work: "slot.kiosk", "slot.driver", "slot.device".
Result<> passesSelfTest(const nlohmann::json& health, const nlohmann::json& devices,
                        const nlohmann::json& before);

} // namespace kiosk::app
