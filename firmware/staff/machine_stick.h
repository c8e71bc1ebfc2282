// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "firmware/staff/machine.h"

namespace kiosk::staff {

/// The part of the machine that is about a memory stick: its step where the event is one of that
/// part, else nothing, and `state` is as it was.
std::optional<Step> stickMoves(state::Inside& state, const Event& event);

/// The page was opened: what is asked for it.
void beginStickPage(state::Inside& state, std::vector<Command>& commands);
/// It is left, or staff mode is: what is under way ends, and nothing of it is kept.
void endStickPage(state::Inside& state, std::vector<Command>& commands);
/// A second passed on it.
void passStickSecond(state::Inside& state, std::vector<Command>& commands);

/// A stick is in use: until that ends by itself the screen waits for nobody.
bool isStickBusy(const State& state);

} // namespace kiosk::staff
