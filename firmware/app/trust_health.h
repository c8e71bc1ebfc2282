// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "firmware/health/health.h"
#include "firmware/verify/trust_list.h"

namespace kiosk::app {

/// Of a list that was loaded from this folder, with the times of its files. A certificate that
/// cannot be read does not count for when the first one ends.
health::Trust trustHealthOf(const verify::TrustList& list, const std::filesystem::path& folder);

} // namespace kiosk::app
