// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/visit/state.h"
#include "firmware/visit/surroundings.h"
#include "firmware/visit/visit_view.h"

namespace kiosk::visit {

/// What the screens show of a state: whole names and numbers leave a state masked, unless the
/// citizen asked to see them (R6). Settings, time and staff call are the visit's and filled in
/// there.
VisitView::Content contentOf(const State& state, const Surroundings& surroundings);

/// "4071 8826 35": a pick-up number as one reads it aloud and writes it down.
std::string inGroups(const std::string& pickupNumber);

/// "2026-11-23 18:00" in China Standard Time (UTC+8 all year, everywhere).
Date localDate(WallTime time);
std::string localDateTime(WallTime time);
/// "18:00"
std::string localTimeOfDay(WallTime time);

} // namespace kiosk::visit
