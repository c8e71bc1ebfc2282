// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/virtual_stage.h"

namespace kiosk::bench {

/// Every page of every job that came out of the stage's printer, as the clock stands.
int pagesInTray(VirtualStage& stage);

/// What is wrong with the sheets in the tray, one line each: a copy that the regions call printed
/// has not each of its pages there just once, or a sheet belongs to no copy, or to one that is
/// neither printed nor void. `firstJob` is the first printer's job that is looked at.
std::vector<std::string> wrongInTray(VirtualStage& stage, std::size_t firstJob = 0);

} // namespace kiosk::bench
