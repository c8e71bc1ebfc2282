// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "firmware/app/config.h"

namespace kiosk::app {

/// A file of a configuration as somebody wrote it.
struct JsonText {
    std::string name;             ///< of the file, for people
    std::filesystem::path folder; ///< of the paths in it; absolute
    std::string text;
};

/// All that a configuration is read from: itself, and the list of regions where it names a file.
struct ConfigTexts {
    JsonText config;
    std::optional<JsonText> regions;
};

/// Errors: "config.unreadable", "config.syntax".
Result<ConfigTexts> readConfig(const std::filesystem::path& file);

/// Errors: those of loadConfig(). Files that it names stay where they are and are not looked at.
Result<Config> configFrom(const ConfigTexts& texts);

} // namespace kiosk::app
