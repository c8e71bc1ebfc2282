// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <span>

#include "tests/bench/stage.h"

namespace kiosk::bench {

/// A printed PDF looked at as a person with a scanner would: drawn at 200 dpi by another engine
/// than ours (pdftoppm), every page read for a code. Errors: "bench.sheet-unreadable" (supplier).
Result<PrintedSheet> lookAtSheet(const std::filesystem::path& pdf);

/// Every PDF in a printer's spool folder, oldest first. Those known already are not looked at
/// again.
Result<std::vector<PrintedSheet>> sheetsIn(const std::filesystem::path& spool,
                                           std::span<const PrintedSheet> known = {});

/// Draws each page of a sheet as PNG beside it, for people to look at.
Result<> drawSheet(const std::filesystem::path& pdf);

} // namespace kiosk::bench
