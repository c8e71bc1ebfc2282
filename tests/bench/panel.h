// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "firmware/base/result.h"

namespace kiosk::bench {

/// The kiosk's window on a desk: 1080x1920 shown at this scale, the panel to its right.
inline constexpr double kDeskScale = 0.5;
inline constexpr int kKioskLeft = 40;
inline constexpr int kPanelLeft = 600;

/// What the panel's buttons act on: they type lines (typed_step.h).
struct PanelWorld {
    /// What came of a line, for whoever pressed.
    std::function<std::string(const std::string& line)> type;
    std::function<bool()> hasEnded; ///< there is nothing to act on any more
    std::string firstWords;         ///< on the panel before anything was pressed
};

/// Opens the bench panel: a window of buttons for what happens around a kiosk (cards, paper,
/// network, codes). Returns when it is closed or the world has ended. Errors: those of the window.
Result<> runPanel(const PanelWorld& world, const std::filesystem::path& assets);

} // namespace kiosk::bench
