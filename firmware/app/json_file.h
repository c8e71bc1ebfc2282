// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "firmware/base/result.h"

namespace kiosk::app {

/// The text of a JSON file of at most 1 MiB. Error "config.unreadable", for whoever maintains the
/// configuration.
Result<std::string> readJsonText(const std::filesystem::path& file);

/// Comments are allowed, people write these. Error "config.syntax" with the file's name, line and
/// reason.
Result<nlohmann::json> parsedJson(std::string_view text, std::string_view name);

/// Both at once.
Result<nlohmann::json> readJson(const std::filesystem::path& file);

/// "config.wrong" or "config.missing" with the key in question.
std::unexpected<Error> configError(std::string_view code, std::string_view detail);

} // namespace kiosk::app
