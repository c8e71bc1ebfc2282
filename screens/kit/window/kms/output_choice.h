// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "screens/kit/board.h"

namespace kiosk::kit {

/// One way an output can be driven, as the kernel lists it (drm_mode_modeinfo).
struct OutputMode {
    int width = 0;
    int height = 0;
    int refreshHz = 0;
    bool isPreferred = false; ///< the panel's own
    bool isInterlaced = false;
};

/// A connector of a card (drm_mode_get_connector).
struct Output {
    std::string name; ///< as the kernel calls it: "HDMI-A-1"
    bool isConnected = false;
    bool isBuiltIn = false; ///< a panel without a plug: eDP, LVDS, DSI, DPI
    std::vector<OutputMode> modes;
    std::uint32_t controllers = 0; ///< which of the card's controllers can drive it, a bit each
};

struct OutputChoice {
    std::size_t output = 0;
    std::size_t mode = 0;
    int controller = 0; ///< its number among the card's

    bool operator==(const OutputChoice&) const = default;
};

/// What to show the board's picture on: of the outputs with a screen on them one that has the
/// board's size as it is turned; then one built in; then the first. Of its modes that size, then
/// the panel's own, then the first; of several alike the fastest that is not interlaced. Nothing
/// where no screen is plugged in.
std::optional<OutputChoice> chooseOutput(std::span<const Output> outputs, const Board& board);

/// What is plugged in where, for whoever must act: "HDMI-A-1 empty, DP-1 empty".
std::string describeOutputs(std::span<const Output> outputs);

} // namespace kiosk::kit
