// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "firmware/app/config_texts.h"

namespace kiosk::app {

/// Its name in the kiosk's state folder.
inline constexpr std::string_view kLastGoodName = "last-good-configuration.json";

/// A configuration to work with, and what is wrong with the file where it is not the file's.
struct UsableConfig {
    Config config;
    ConfigTexts texts;            ///< that it was read from
    std::optional<Error> wrong{}; ///< of the file; then `config` is the last good one
};

/// The file's configuration, or where it cannot be used the last good one that was kept: somebody's
/// typo closes no kiosk. Which state folder to look in is taken from the broken file's own text, by
/// its "state"; one that is broken just there, or has never been good, is an error as of
/// loadConfig().
Result<UsableConfig> loadUsableConfig(const std::filesystem::path& file);

/// Keeps the texts as the last good ones, whole, readable by the owner only, in one step that a
/// power cut cannot halve; the same ones again are not written. Only for a configuration that a
/// kiosk has started with. Errors: those of writing a file.
Result<> keepAsLastGood(const ConfigTexts& texts, const std::filesystem::path& state);

} // namespace kiosk::app
