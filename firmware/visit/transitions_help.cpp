// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/transitions.h"

namespace kiosk::visit {

namespace {

using printing::PrintPhase;

template <typename S>
bool at(const State& state) {
    return std::holds_alternative<S>(state);
}

/// A card is asked for there.
bool asksForCard(const State& state) {
    return at<state::Identify>(state) || at<state::CompanionCard>(state) ||
           at<state::HolderCard>(state);
}

/// What belongs to the state beneath though it is covered. A card read now is an answer where one
/// was asked for.
bool isHeardBeneath(const State& kept, const Event& event) {
    if (is<event::CardRead>(event) != nullptr)
        return asksForCard(kept) || at<state::SecondPerson>(kept);
    if (is<event::Second>(event) != nullptr)
        return at<state::Printing>(underneath(kept));
    return isAnswer(event) || is<event::CameraFailed>(event) != nullptr ||
           is<event::CopyChecked>(event) != nullptr;
}

Step beneath(state::Help state, const Event& event, const Surroundings& surroundings) {
    Step taken = step(state.kept->state, event, surroundings);
    if (endVisit(taken.commands) && state.ticket == PrintPhase::printing)
        state.ticket = PrintPhase::unknown; // nobody hears of it any more
    state.kept = layAside(std::move(taken.next));
    return {std::move(state), std::move(taken.commands)};
}

bool wantsTicket(const state::Help& state, const Event& event) {
    const bool isOnItsWayOrOut =
        state.ticket == PrintPhase::printing || state.ticket == PrintPhase::done;
    return touched<touch::PrintTicket>(event) != nullptr && !isOnItsWayOrOut;
}

Step printTicket(state::Help state, const Surroundings& surroundings) {
    state.ticket = PrintPhase::printing;
    state.ticketNumber = surroundings.freshTicketNumber;
    command::PrintTicket print{
        ticketFor(underneath(state.kept->state), surroundings.matters, state.ticketNumber)};
    return {std::move(state), {std::move(print)}};
}

/// Not while something works for whoever waits.
Step secondPassed(state::Help state) {
    if (!worksForPerson(underneath(state.kept->state)) && --state.secondsLeft <= 0)
        return toStart();
    return stay(std::move(state));
}

bool goesOn(const Event& event) {
    return touched<touch::GoOn>(event) != nullptr || touched<touch::Back>(event) != nullptr;
}

Step staffCardLaid(state::Help state, const Result<std::string>& role) {
    if (!role) {
        state.problem = role.error().code();
        return stay(std::move(state));
    }
    state.staffRole = *role;
    state.problem.clear();
    state.secondsLeft = kHelpSeconds;
    return {std::move(state), {command::StaffCame{*role}}};
}

/// What is uncovered for whoever looks on has its number covered.
State forBoth(State kept) {
    if (auto* look = std::get_if<state::Look>(&kept))
        look->numberShown = false;
    return kept;
}

Step goOnTogether(const state::Help& state) {
    return {forBoth(state.kept->state), {command::StaffBeside{state.staffRole}}};
}

} // namespace

bool mayPrintTicket(const State& state, const Surroundings& surroundings) {
    const State& kept = underneath(state);
    const auto* interrupted = std::get_if<state::Interrupted>(&kept);
    const bool isPrinterAtWork =
        at<state::Printing>(kept) || (interrupted != nullptr && !interrupted->voided);
    return surroundings.hasSlipPrinter || !isPrinterAtWork;
}

Step toHelp(State state, const Surroundings& surroundings) {
    if (at<state::Help>(state) || at<state::OutOfService>(state))
        return {std::move(state), {command::CallStaff{}}};
    state::Help help{.kept = layAside(std::move(state)),
                     .secondsLeft = kHelpSeconds,
                     .staffRole = surroundings.staffBeside};
    if (!help.staffRole.empty()) // they are here: nobody needs to come
        return stay(std::move(help));
    return {std::move(help), {command::CallStaff{}}};
}

Step staffLeave(State state, const Surroundings& surroundings) {
    if (surroundings.staffBeside.empty())
        return stay(std::move(state));
    return {std::move(state), {command::StaffGone{}}};
}

Step fromHelp(state::Help state, const Event& event, const Surroundings& surroundings) {
    if (is<event::CardLaid>(event) != nullptr && asksForCard(state.kept->state))
        return step(state.kept->state, event, surroundings);
    if (goesOn(event))
        return staffLeave(state.kept->state, surroundings);
    if (touched<touch::Agree>(event) != nullptr && !state.staffRole.empty())
        return goOnTogether(state);
    if (const auto* laid = is<event::StaffCardLaid>(event))
        return staffCardLaid(std::move(state), laid->role);
    if (isHeardBeneath(state.kept->state, event))
        return beneath(std::move(state), event, surroundings);
    if (is<event::Second>(event) != nullptr)
        return secondPassed(std::move(state));
    if (is<event::Stirred>(event) != nullptr)
        state.secondsLeft = kHelpSeconds;
    if (const auto* ticket = is<event::TicketMoved>(event); ticket != nullptr && state.ticket)
        state.ticket = ticket->phase;
    if (wantsTicket(state, event) && mayPrintTicket(state.kept->state, surroundings))
        return printTicket(std::move(state), surroundings);
    return stay(std::move(state));
}

} // namespace kiosk::visit
