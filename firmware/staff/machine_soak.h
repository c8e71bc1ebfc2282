// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/staff/machine.h"

namespace kiosk::staff {

/// What the page of the soak does with an event; nothing where it is not its own. Never reads
/// `state` after it has moved it.
std::optional<Step> soakMoves(state::Inside& state, const Event& event);

/// While one is under way, and after it. Whoever began it may be gone by then: nothing leads from
/// here to the pages of the staff.
Step fromSoaking(state::Soaking state, const Event& event);

/// One that is under way does not end because nobody touches the screen: that is what it is for.
bool isSoaking(const State& state);

/// What is to be done where staff mode is left.
void endSoak(const State& state, const Event& event, std::vector<Command>& commands);

} // namespace kiosk::staff
