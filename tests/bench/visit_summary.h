// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/player.h"

namespace kiosk::bench {

/// Empties a folder the bench made before, or makes it. A folder with anything else in it is left
/// alone: "bench.foreign-folder" (configuration).
Result<> clearFolder(const std::filesystem::path& out);

/// Gathers what a person wants to look at: the screens' pictures from their
/// folder, each sheet as PDF and PNG, and summary.json {steps, spansMs, printed: [{file, pages,
/// copyNumber}], held}.
Result<> writeSummary(const std::filesystem::path& out, const std::filesystem::path& pictures,
                      const Report& report);

} // namespace kiosk::bench
