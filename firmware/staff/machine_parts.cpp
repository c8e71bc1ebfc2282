// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/machine_parts.h"

#include "firmware/staff/press.h"

namespace kiosk::staff {

namespace {

namespace touch = visit::touch;
using Key = touch::Staff::Key;

Step with(state::Inside& state, PartsView view, std::vector<Command> commands = {}) {
    state.parts = std::move(view);
    return {{std::move(state)}, std::move(commands)};
}

/// The part at this place of the list, where it may be accepted.
const parts::PartReport* pressedPart(const state::Inside& state, const touch::Staff& press) {
    const auto& parts = state.facts.parts;
    const auto at = static_cast<std::size_t>(press.value);
    if (press.key != kPartKey || press.value < 0 || at >= parts.size())
        return nullptr;
    return mayAccept(parts[at].state) ? &parts[at] : nullptr;
}

std::optional<Step> pressed(state::Inside& state, const touch::Staff& press) {
    if (const auto* part = pressedPart(state, press))
        return with(state, {.asked = *part});
    if (!state.parts.asked)
        return std::nullopt;
    if (press.key == Key::no)
        return with(state, {});
    if (press.key != Key::yes)
        return std::nullopt;
    const parts::PartReport asked = *state.parts.asked;
    return with(state, {.asked = asked, .underWay = true},
                {command::Record{"acceptPart", state.role},
                 command::AcceptPart{asked.part, asked.seen.value()}});
}

} // namespace

std::optional<Step> partsMove(state::Inside& state, const Event& event) {
    if (state.page != Page::parts)
        return std::nullopt;
    if (const auto* came = std::get_if<event::PartAccepted>(&event)) {
        PartsView view;
        if (came->accepted)
            view.accepted = state.parts.asked ? state.parts.asked->part : std::string{};
        else
            view.error = came->accepted.error();
        return with(state, std::move(view), {command::GatherFacts{}});
    }
    const touch::Staff* press = pressOf(event);
    if (press == nullptr || state.parts.underWay)
        return std::nullopt;
    return pressed(state, *press);
}

} // namespace kiosk::staff
