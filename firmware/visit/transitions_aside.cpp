// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/transitions.h"

namespace kiosk::visit {

namespace {

using Phase = state::SecondPerson::Phase;

bool isPrinting(const State& state) {
    return std::holds_alternative<state::Printing>(state);
}

/// What is laid aside while staff come, or the state itself.
const State* withoutHelp(const State& state) {
    const auto* help = std::get_if<state::Help>(&state);
    return help == nullptr ? &state : &help->kept->state;
}

/// The time to clear a jam runs on; the time to take a sheet does not.
bool goesOnBeneath(const State& first, const Event& event) {
    return isAnswer(event) || (is<event::Second>(event) != nullptr && isPrinting(first));
}

bool isPaperOnItsWay(const State& first) {
    return isPrinting(first) || std::holds_alternative<state::Keeping>(first);
}

Step firstGoesOn(const state::SecondPerson& state) {
    return stay(state.first->state);
}

/// The first visit ends whole. The card of the second person is read anew: what was read of it
/// before was theirs who did not ask for it.
Step nextBegins(const drivers::CabinetState& cabinet) {
    if (whyNobodyBegins(cabinet))
        return toStart();
    return {state::Identify{IdentifyView::Phase::layAgain, {}},
            {command::EndVisit{}, command::WatchForCard{}}};
}

/// They say they belong together: that is no proof of whose card is whose, so both are read anew.
/// Staff who looked on were allowed to by the first of them.
Step togetherBegin(const Surroundings& surroundings) {
    if (whyNobodyBegins(surroundings.cabinet))
        return toStart();
    Step begun = toCompanionCard();
    if (!surroundings.staffBeside.empty())
        begun.commands.emplace_back(command::StaffGone{});
    return begun;
}

Step cardLaid(state::SecondPerson state, const Result<drivers::IdCard>& card) {
    if (card && card->number == ownerOf(state.first->state))
        return firstGoesOn(state);
    if (!card)
        state.hint = card.error().code();
    else if (state.phase == Phase::awaitingFirst)
        state.hint = "card.not-the-first";
    return stay(std::move(state));
}

Step beneath(state::SecondPerson state, const Event& event, Surroundings surroundings) {
    surroundings.finishesOnly = true;
    Step taken = step(state.first->state, event, surroundings);
    if (ownerOf(taken.next).empty()) // over by itself: there is nothing left to cover
        return taken;
    state.first = layAside(std::move(taken.next));
    return {std::move(state), std::move(taken.commands)};
}

} // namespace

bool isAnswer(const Event& event) {
    return is<event::RegionAnswered>(event) != nullptr ||
           is<event::GrantsAnswered>(event) != nullptr ||
           is<event::HelpAllowed>(event) != nullptr ||
           is<event::ConsentRecorded>(event) != nullptr ||
           is<event::LicenceOpened>(event) != nullptr ||
           is<event::CopyReserved>(event) != nullptr || is<event::JobAccepted>(event) != nullptr ||
           is<event::PrintMoved>(event) != nullptr || is<event::CopyReported>(event) != nullptr ||
           is<event::RequestKept>(event) != nullptr || is<event::SlipMoved>(event) != nullptr;
}

Aside layAside(State state) {
    return std::make_shared<const LaidAside>(LaidAside{std::move(state)});
}

const State& underneath(const State& state) {
    const State* bottom = &state;
    for (;;) {
        if (const auto* second = std::get_if<state::SecondPerson>(bottom))
            bottom = &second->first->state;
        else if (const auto* help = std::get_if<state::Help>(bottom))
            bottom = &help->kept->state;
        else
            return *bottom;
    }
}

std::string_view ownerOf(const State& state) {
    return std::visit(
        [](const auto& s) -> std::string_view {
            if constexpr (requires { s.found.holder.code; })
                return s.found.holder.code;
            else if constexpr (requires { s.printing.found.holder.code; })
                return s.printing.found.holder.code;
            else if constexpr (requires { s.holderCode; })
                return s.holderCode;
            else
                return {};
        },
        underneath(state));
}

std::string_view companionOf(const State& state) {
    return std::visit(
        [](const auto& s) -> std::string_view {
            if constexpr (requires { s.found.companionMasked; })
                return s.found.companionMasked;
            else if constexpr (requires { s.printing.found.companionMasked; })
                return s.printing.found.companionMasked;
            else
                return {};
        },
        state);
}

std::optional<Step> othersCard(const State& state, const Event& event) {
    const auto* read = is<event::CardRead>(event);
    const std::string_view owner = ownerOf(state);
    const bool isOthers =
        read != nullptr && read->card && !owner.empty() && read->card->number != owner;
    const State& shown = *withoutHelp(state);
    if (!isOthers || std::holds_alternative<state::SecondPerson>(shown))
        return std::nullopt;
    return stay(state::SecondPerson{.first = layAside(shown)});
}

Step fromSecondPerson(state::SecondPerson state, const Event& event,
                      const Surroundings& surroundings) {
    const State& first = state.first->state;
    if (const auto* read = is<event::CardRead>(event))
        return cardLaid(std::move(state), read->card);
    if (goesOnBeneath(first, event))
        return beneath(std::move(state), event, surroundings);
    if (isPaperOnItsWay(first))
        return stay(std::move(state));
    if (touched<touch::NewPerson>(event) != nullptr)
        return nextBegins(surroundings.cabinet);
    if (touched<touch::HelpSomebody>(event) != nullptr && state.phase == Phase::asking)
        return togetherBegin(surroundings);
    if (touched<touch::FirstGoesOn>(event) != nullptr)
        return stay(state::SecondPerson{state.first, Phase::awaitingFirst, {}});
    if (touched<touch::Back>(event) != nullptr)
        return stay(state::SecondPerson{state.first, Phase::asking, {}});
    return stay(std::move(state));
}

} // namespace kiosk::visit
