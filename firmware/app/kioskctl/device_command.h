// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "firmware/app/config.h"
#include "firmware/app/kioskctl/command.h"

namespace kiosk::app {

/// What the kiosk that runs with this configuration answers; its refusal is an error like any.
Result<nlohmann::json> askRunningKiosk(const Config& config, const nlohmann::json& question);

/// "parts" and "parts accept": each returns the exit code, or an error to report.
Result<int> showParts(const Arguments& arguments);
Result<int> acceptPart(const Arguments& arguments);

/// The error that an answer tells of.
Error errorFrom(const nlohmann::json& told);

} // namespace kiosk::app
