// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/state.h"

namespace kiosk::visit {

State::State() noexcept = default;
State::State(const State& other) = default;
State::State(State&& other) noexcept = default;
State& State::operator=(const State& other) = default;
State& State::operator=(State&& other) noexcept = default;
State::~State() = default;

} // namespace kiosk::visit
