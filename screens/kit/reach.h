// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "screens/kit/board.h"
#include "screens/kit/node.h"
#include "screens/kit/press_filter.h"

namespace kiosk::kit {

/// Between these heights of the glass, measured from its upper edge, somebody who sits reaches
/// what is to be pressed (A24): 380 to 1,220 mm above the floor, to 1,120 where they reach over
/// 510 mm or more.
struct ReachBand {
    double top = 0;
    double bottom = 0;

    bool holds(const RectMm& target) const { return target.y >= top && target.bottom() <= bottom; }
};

/// Nothing where the board does not say how it is mounted, or where what stands before it is too
/// deep to reach over.
std::optional<ReachBand> reachBand(const Board& board);

enum class Reachability { reachable, beyond, unknown };

/// May the screen be called reachable? Unknown where the board gives no band.
Reachability reachability(const Node& tree, const Board& board);

/// Notices somebody who presses low: the first three presses of a visit are all in the lowest
/// third of the glass.
class LowPresses {
public:
    /// True once, with the third of them.
    bool feed(const PointerEvent& event, const Board& board);
    /// The next person begins.
    void reset() { presses_ = 0; }

private:
    int presses_ = 0; ///< so far, all low; beyond the third: one was not, or it was said
};

} // namespace kiosk::kit
