// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/transitions.h"

namespace kiosk::visit {

namespace {

using drivers::CabinetState;

/// Has the copy under way a number that must not stay good?
bool hasOpenCopy(const state::Printing& printing) {
    return printing.stage != state::Printing::Stage::reserving;
}

} // namespace

Step closedDown(State state, Error why) {
    if (std::holds_alternative<state::OutOfService>(state))
        return stay(state::OutOfService{std::move(why)});
    Step closed{state::OutOfService{std::move(why)}, {}};
    const auto* printing = std::get_if<state::Printing>(&underneath(state));
    if (printing != nullptr && hasOpenCopy(*printing))
        closed.commands.push_back(voided(*printing));
    closed.commands.push_back(command::EndVisit{});
    return closed;
}

Step notBegun(Step taken, const CabinetState& cabinet) {
    if (!std::holds_alternative<state::Start>(taken.next))
        return taken;
    if (auto why = whyNobodyBegins(cabinet))
        taken.next = state::OutOfService{std::move(*why)};
    return taken;
}

Step fromOutOfService(state::OutOfService, const Surroundings& surroundings) {
    if (auto why = whyNobodyBegins(surroundings.cabinet))
        return stay(state::OutOfService{std::move(*why)});
    return toStart();
}

} // namespace kiosk::visit
