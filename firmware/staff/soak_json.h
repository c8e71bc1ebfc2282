// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "firmware/staff/soak_report.h"

namespace kiosk::staff {

/// As the results' file and a bundle hold it: numbers and codes, nothing that somebody wrote.
nlohmann::json soakJson(const SoakReport& report);
/// Nothing for what is none.
std::optional<SoakReport> soakReportFrom(const nlohmann::json& told);

} // namespace kiosk::staff
