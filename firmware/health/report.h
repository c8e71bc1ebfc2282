// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "firmware/health/diagnosis.h"

namespace kiosk::health {

/// The report's form; a reader refuses what it does not know.
inline constexpr int kReportForm = 1;

/// All facts, what citizens can do, and what is wrong, as assets/schemas/health.schema.json says:
/// the same health gives the same bytes. A fact that is not known is null.
nlohmann::json reportOf(const Health& health);

/// A report as it stands in the codes for a phone: without the facts that are declared not to be in
/// them (Fact::inCodes). Whatever else it holds is left as it is.
nlohmann::json forCodes(nlohmann::json report);

/// A cause as it stands in a report: code, who must act, what to do, what to bring.
nlohmann::json causeOf(const Cause& cause);

/// The schema of the report, made from facts(): what the asset holds.
nlohmann::ordered_json reportSchema();

} // namespace kiosk::health
