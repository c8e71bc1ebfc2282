// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "drivers/auxiliaries/auxiliaries.h"

namespace kiosk::visit {

/// Why everything ends at once, if it does: "cabinet.tampered", "cabinet.opened",
/// "cabinet.battery-low" (technician).
std::optional<Error> whyClosed(const drivers::CabinetState& cabinet);
/// Why nobody begins, though who has begun may finish: one of those, or "cabinet.on-battery"
/// (wait).
std::optional<Error> whyNobodyBegins(const drivers::CabinetState& cabinet);

} // namespace kiosk::visit
