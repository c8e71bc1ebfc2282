// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <nlohmann/json_fwd.hpp>

#include "firmware/base/result.h"

namespace kiosk::app {

/// A JSON file of at most 1 MiB; comments are allowed, people write these. Errors, for whoever
/// maintains the configuration: "config.unreadable", "config.syntax" with line and reason.
Result<nlohmann::json> readJson(const std::filesystem::path& file);

/// "config.wrong" or "config.missing" with the key in question.
std::unexpected<Error> configError(std::string_view code, std::string_view detail);

} // namespace kiosk::app
