// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/window/kms/output_choice.h"

#include <bit>
#include <tuple>

namespace kiosk::kit {

namespace {

bool isBoardSize(const OutputMode& mode, const Board& board) {
    const bool liesOnSide = board.turn == Turn::quarter || board.turn == Turn::threeQuarters;
    return liesOnSide ? mode.width == board.heightPx && mode.height == board.widthPx
                      : mode.width == board.widthPx && mode.height == board.heightPx;
}

/// Larger is better.
auto worthOfMode(const OutputMode& mode, const Board& board) {
    return std::tuple(isBoardSize(mode, board), !mode.isInterlaced, mode.isPreferred);
}

std::size_t bestMode(const Output& output, const Board& board) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < output.modes.size(); ++i) {
        const auto worth = worthOfMode(output.modes[i], board);
        const auto bestWorth = worthOfMode(output.modes[best], board);
        const bool isFaster =
            std::get<0>(worth) && output.modes[i].refreshHz > output.modes[best].refreshHz;
        if (worth > bestWorth || (worth == bestWorth && isFaster))
            best = i;
    }
    return best;
}

bool canShow(const Output& output) {
    return output.isConnected && !output.modes.empty() && output.controllers != 0;
}

} // namespace

std::optional<OutputChoice> chooseOutput(std::span<const Output> outputs, const Board& board) {
    std::optional<OutputChoice> best;
    std::pair<bool, bool> bestWorth;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        if (!canShow(outputs[i]))
            continue;
        const std::size_t mode = bestMode(outputs[i], board);
        const std::pair worth(isBoardSize(outputs[i].modes[mode], board), outputs[i].isBuiltIn);
        if (best && worth <= bestWorth)
            continue;
        best = OutputChoice{i, mode, std::countr_zero(outputs[i].controllers)};
        bestWorth = worth;
    }
    return best;
}

std::string describeOutputs(std::span<const Output> outputs) {
    if (outputs.empty())
        return "the card has no outputs";
    std::string text;
    for (const Output& output : outputs) {
        text += text.empty() ? "" : ", ";
        text += output.name;
        text += !output.isConnected ? " empty" : canShow(output) ? " in use" : " without a mode";
    }
    return text;
}

} // namespace kiosk::kit
