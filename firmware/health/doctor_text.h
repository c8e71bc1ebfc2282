// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "firmware/base/result.h"

namespace kiosk::health {

/// A report (report.h) for a technician at a terminal: what citizens can do, then what is wrong and
/// who must act, most useful first, then what was counted of the devices and what is not known.
/// "health.report" (malformed, supplier): it is none of the form this program knows.
Result<std::string> doctorText(const nlohmann::json& report);

/// Its first part: what citizens can do. The same error.
Result<std::string> servicesText(const nlohmann::json& report);

/// What was counted of the devices, a line each; empty where nobody has counted. The same error.
Result<std::string> countsText(const nlohmann::json& report);

/// Whether every service of the report is ready; false for what is none.
bool isReady(const nlohmann::json& report);

} // namespace kiosk::health
