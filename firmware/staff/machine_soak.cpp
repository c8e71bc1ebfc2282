// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/machine_soak.h"

#include "firmware/staff/press.h"

namespace kiosk::staff {

std::optional<Step> soakMoves(state::Inside& state, const Event& event) {
    const auto* press = pressOf(event);
    if (state.page != Page::soak || press == nullptr || press->key != kSoakKey)
        return std::nullopt;
    const auto at = static_cast<std::size_t>(press->value);
    if (press->value < 0 || at >= kSoakTimes.size())
        return std::nullopt;
    const command::BeginSoak begin{kSoakTimes[at], state.role};
    return Step{{state::Soaking{state.role, {.report = {.planned = begin.time}}}}, {begin}};
}

Step fromSoaking(state::Soaking state, const Event& event) {
    std::vector<Command> commands;
    const auto* press = pressOf(event);
    if (const auto* moved = std::get_if<event::SoakMoved>(&event))
        state.view = moved->view;
    else if (press != nullptr && press->key == kStopKey && isSoaking(state))
        commands.emplace_back(command::EndSoak{SoakEnd::stopped});
    return {{std::move(state)}, std::move(commands)};
}

bool isSoaking(const State& state) {
    const auto* soaking = std::get_if<state::Soaking>(&state);
    return soaking != nullptr && soaking->view.report.end == SoakEnd::none;
}

void endSoak(const State& state, const Event& event, std::vector<Command>& commands) {
    const bool isServed = std::holds_alternative<event::Served>(event);
    if (isSoaking(state))
        commands.emplace_back(command::EndSoak{isServed ? SoakEnd::served : SoakEnd::stopped});
}

} // namespace kiosk::staff
