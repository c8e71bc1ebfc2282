// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/real_stage.h"

namespace kiosk::bench {

/// The kiosk's window on a desk: 1080x1920 shown at this scale, the panel to its right.
inline constexpr double kDeskScale = 0.5;
inline constexpr int kKioskLeft = 40;
inline constexpr int kPanelLeft = 600;

/// Opens the bench panel: a window of buttons for what happens around a kiosk (cards, paper,
/// network, codes). Returns when the panel or the kiosk is closed. Errors: those of the window.
Result<> runPanel(RealStage& stage, const std::filesystem::path& assets);

} // namespace kiosk::bench
