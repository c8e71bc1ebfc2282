// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/player.h"
#include "tests/bench/virtual_stage.h"

namespace kiosk::bench {

/// A fresh kiosk on a manual clock; the test fails if there is none to be had.
std::unique_ptr<VirtualStage> openStage(VirtualStage::Options options = {});

/// Plays steps that have no file of their own, and warns where they do not hold.
bool holds(VirtualStage& stage, std::vector<Play> plays);

/// What the start screen, which must be there, says of a service: "working", "limited", "out".
std::string serviceOnScreen(VirtualStage& stage, const std::string& service);

} // namespace kiosk::bench
