// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/reach.h"

namespace kiosk::kit {
namespace {

// EN 301 549 8.3.
constexpr double kLowestMm = 380;
constexpr double kHighestMm = 1220;
constexpr double kHighestOverObstructionMm = 1120;
constexpr double kObstructionMm = 510;
constexpr double kDeepestObstructionMm = 635;

constexpr int kPressesToNotice = 3;

} // namespace

std::optional<ReachBand> reachBand(const Board& board) {
    if (!board.mounting || board.mounting->obstructionDepthMm > kDeepestObstructionMm)
        return std::nullopt;
    const double highest = board.mounting->obstructionDepthMm >= kObstructionMm
                               ? kHighestOverObstructionMm
                               : kHighestMm;
    const double upperEdge = board.mounting->bottomAboveFloorMm + board.area().height;
    return ReachBand{std::max(0.0, upperEdge - highest),
                     std::min(board.area().height, upperEdge - kLowestMm)};
}

Reachability reachability(const Node& tree, const Board& board) {
    const auto band = reachBand(board);
    if (!band)
        return Reachability::unknown;
    bool all = true;
    walk(tree,
         [&](const Node& node, int) { all = all && (!node.touch || band->holds(node.bounds)); });
    return all ? Reachability::reachable : Reachability::beyond;
}

bool LowPresses::feed(const PointerEvent& event, const Board& board) {
    if (event.kind != PointerEvent::Kind::up || presses_ >= kPressesToNotice)
        return false;
    const bool isLow = event.at.y > board.area().height * 2 / 3;
    presses_ = isLow ? presses_ + 1 : kPressesToNotice + 1;
    return presses_ == kPressesToNotice;
}

} // namespace kiosk::kit
