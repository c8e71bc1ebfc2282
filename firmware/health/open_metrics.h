// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/health/diagnosis.h"

namespace kiosk::health {

/// Its media type.
inline constexpr std::string_view kOpenMetricsType =
    "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The same as the report, in OpenMetrics text 1.0: numbers and flags as gauges with their unit in
/// the name, words as state sets, texts as info. A fact that is not known has no sample but
/// `kiosk_fact_known{fact="…"} 0`. The same health gives the same bytes.
std::string openMetricsOf(const Health& health);

} // namespace kiosk::health
