// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "firmware/health/health.h"
#include "firmware/staff/facts.h"
#include "firmware/verify/trust_list.h"

namespace kiosk::app {

/// What the staff's page tells of the list, with the age of its files. A certificate that cannot be
/// read does not count for when the first one ends.
staff::TrustFact trustFactOf(const verify::TrustList& list, const std::filesystem::path& folder);

/// The same for the kiosk's health: ages by the day. A list that was loaded; nothing is claimed of
/// dates that the fact does not have.
health::Trust trustHealthOf(const staff::TrustFact& fact, WallTime now);
/// The clock against the list's newest file, which cannot be older than the time is (situation 5).
std::optional<health::ClockWord> clockAgainst(const staff::TrustFact& fact, WallTime now);

} // namespace kiosk::app
