// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "firmware/base/clock.h"

namespace kiosk::app {

/// A row of a table that is looked at again and again.
struct Row {
    std::string key;  ///< what it is about; stays the same
    std::string text; ///< the whole row, in colours or plain
    bool operator==(const Row&) const = default;
};

/// What has to be written when a table has changed, and no more: a terminal that is not written to
/// cannot flicker.
class LiveTable {
public:
    /// For a terminal of that height: places the changed rows, and clears those that are no more.
    /// Empty where nothing changed.
    std::string onScreen(const std::vector<Row>& rows, std::size_t height);
    /// For a file or a pipe: a line for each row that is new, changed or gone, with the time.
    std::string asLines(const std::vector<Row>& rows, WallTime now);

private:
    std::vector<Row> shown_;
};

/// Looks, shows, rests for `pause`, until SIGINT or SIGTERM: on a terminal in place, on a screen of
/// its own, and the last state stays when it ends; elsewhere a line for each change. A look that
/// is under way then has a second to end, after which the program does: so it is called last.
/// Main thread only; these two signals stay blocked. Returns kExitDone.
int watch(const std::function<std::vector<Row>()>& look, std::chrono::milliseconds pause);

} // namespace kiosk::app
