// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "firmware/app/config.h"
#include "firmware/handout/handout.h"

namespace kiosk::app {

/// Where a report is wanted, beside standard output.
struct ReadinessOutlets {
    std::optional<std::filesystem::path> slip;  ///< a PDF, as the kiosk prints it
    std::optional<std::filesystem::path> codes; ///< a folder for health-code-1.png …
};

/// The report with this kiosk's own key, which is made where there is none yet. Errors:
/// handoutOf()'s and DeviceKey's.
Result<handout::Handout> signedHandout(const std::string& report, const Config& config);

/// Writes what is wanted, each file in one step. Errors: those of the catalogue, of drawing and of
/// writing files.
Result<> handOut(const handout::Handout& handout, const Config& config,
                 const ReadinessOutlets& outlets);

} // namespace kiosk::app
