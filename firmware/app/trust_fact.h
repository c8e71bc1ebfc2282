// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "firmware/staff/facts.h"
#include "firmware/verify/trust_list.h"

namespace kiosk::app {

/// What the staff's page tells of the list, with the age of its files. A certificate that cannot be
/// read does not count for when the first one ends.
staff::TrustFact trustFactOf(const verify::TrustList& list, const std::filesystem::path& folder);

} // namespace kiosk::app
