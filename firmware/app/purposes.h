// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "firmware/base/result.h"
#include "firmware/licence/licence.h"

namespace kiosk::app {

/// The purposes a citizen can choose (O4: data), from assets/purposes.json: a list of
/// {"key", "text"}, each key fit for a copy's code. Errors: "config.unreadable", "config.syntax",
/// "config.wrong".
Result<std::vector<Purpose>> loadPurposes(const std::filesystem::path& assets);

} // namespace kiosk::app
