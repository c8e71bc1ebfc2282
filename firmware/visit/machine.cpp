// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/machine.h"

#include <algorithm>

#include "firmware/base/event_words.h"
#include "firmware/visit/transitions.h"

namespace kiosk::visit {

namespace {

bool endsVisit(const Event& event) {
    return touched<touch::StartOver>(event) != nullptr ||
           touched<touch::Finish>(event) != nullptr || is<event::Abandoned>(event) != nullptr;
}

bool mayBeLeft(const State& shown) {
    const State& state = underneath(shown);
    return !std::holds_alternative<state::Printing>(state) &&
           !std::holds_alternative<state::Keeping>(state) &&
           !std::holds_alternative<state::OutOfService>(state);
}

Step fromTrouble(state::Trouble state, const Event& event) {
    if (touched<touch::Retry>(event) != nullptr && state.canRetry)
        return toIdentify();
    if (touched<touch::BeginCopyCheck>(event) != nullptr && state.canCheckCopy)
        return toScan();
    if (touched<touch::Back>(event) != nullptr)
        return toStart();
    return stay(std::move(state));
}

/// Hands each state to the function of its stage.
struct Dispatch {
    const Event& event;
    const Surroundings& surroundings;

    Step operator()(state::Start s) const { return fromStart(s, event); }
    Step operator()(state::Identify s) const {
        return fromIdentify(std::move(s), event, surroundings);
    }
    Step operator()(state::Searching s) const { return fromSearching(std::move(s), event); }
    Step operator()(state::Choose s) const { return fromChoose(std::move(s), event, surroundings); }
    Step operator()(state::Find s) const { return fromFind(std::move(s), event, surroundings); }
    Step operator()(state::ChooseMatter s) const {
        return fromChooseMatter(std::move(s), event, surroundings);
    }
    Step operator()(state::AskingGrants s) const { return fromAskingGrants(std::move(s), event); }
    Step operator()(state::Opening s) const { return fromOpening(std::move(s), event); }
    Step operator()(state::Look s) const { return fromLook(std::move(s), event, surroundings); }
    Step operator()(state::ChoosePurpose s) const {
        return fromChoosePurpose(std::move(s), event, surroundings);
    }
    Step operator()(state::ConfirmPrint s) const {
        return fromConfirmPrint(std::move(s), event, surroundings);
    }
    Step operator()(state::Printing s) const {
        return fromPrinting(std::move(s), event, surroundings);
    }
    Step operator()(state::Interrupted s) const { return fromInterrupted(std::move(s), event); }
    Step operator()(state::Take s) const { return fromTake(std::move(s), event); }
    Step operator()(state::OfferToKeep s) const {
        return fromOfferToKeep(std::move(s), event, surroundings);
    }
    Step operator()(state::Keeping s) const { return fromKeeping(std::move(s), event); }
    Step operator()(state::Kept s) const { return fromKept(std::move(s), event); }
    Step operator()(state::Scan s) const { return fromScan(std::move(s), event, surroundings); }
    Step operator()(state::CheckingCopy s) const { return fromCheckingCopy(std::move(s), event); }
    Step operator()(state::CopyVerdict s) const { return fromCopyVerdict(std::move(s), event); }
    Step operator()(state::Trouble s) const { return fromTrouble(std::move(s), event); }
    Step operator()(state::OutOfService s) const {
        return fromOutOfService(std::move(s), surroundings);
    }
    Step operator()(state::SecondPerson s) const {
        return fromSecondPerson(std::move(s), event, surroundings);
    }
    Step operator()(state::CompanionCard s) const {
        return fromCompanionCard(std::move(s), event, surroundings);
    }
    Step operator()(state::HolderCard s) const {
        return fromHolderCard(std::move(s), event, surroundings);
    }
    Step operator()(state::Consent s) const {
        return fromConsent(std::move(s), event, surroundings);
    }
    Step operator()(state::Help s) const { return fromHelp(std::move(s), event, surroundings); }
};

/// A region that answers after its search has ended; what is covered hears it beneath.
bool isLateFor(const State& state) {
    return !std::holds_alternative<state::Searching>(state) &&
           !std::holds_alternative<state::SecondPerson>(state) &&
           !std::holds_alternative<state::Help>(state);
}

} // namespace

std::size_t leafed(std::size_t first, int pages, std::size_t perPage, std::size_t count) {
    const auto wanted =
        static_cast<std::ptrdiff_t>(first) + pages * static_cast<std::ptrdiff_t>(perPage);
    if (wanted >= static_cast<std::ptrdiff_t>(count))
        return first;
    // The text may have grown on a later page, so that pages no longer begin where they did.
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(wanted, 0));
}

Step step(State state, const Event& event, const Surroundings& surroundings) {
    if (auto why = whyClosed(surroundings.cabinet))
        return closedDown(std::move(state), std::move(*why));
    if (endsVisit(event) && mayBeLeft(state))
        return notBegun(toStart(), surroundings.cabinet);
    if (auto frozen = othersCard(state, event))
        return std::move(*frozen);
    if (touched<touch::CallStaff>(event) != nullptr)
        return toHelp(std::move(state), surroundings);
    if (is<event::StaffCardLaid>(event) != nullptr && !std::holds_alternative<state::Help>(state))
        return staffLeave(std::move(state), surroundings);
    if (const auto* answer = is<event::RegionAnswered>(event);
        answer != nullptr && isLateFor(state))
        return notBegun(withLateAnswer(std::move(state), *answer), surroundings.cabinet);
    return notBegun(std::visit(Dispatch{event, surroundings}, std::move(state)),
                    surroundings.cabinet);
}

bool worksForPerson(const State& state) {
    if (const auto* consent = std::get_if<state::Consent>(&state))
        return consent->stage != state::Consent::Stage::asking;
    return std::holds_alternative<state::Searching>(state) ||
           std::holds_alternative<state::AskingGrants>(state) ||
           std::holds_alternative<state::Opening>(state) ||
           std::holds_alternative<state::Printing>(state) ||
           std::holds_alternative<state::Keeping>(state);
}

bool waitsForPerson(const State& state) {
    if (std::holds_alternative<state::SecondPerson>(state))
        return !worksForPerson(underneath(state));
    if (std::holds_alternative<state::Consent>(state))
        return !worksForPerson(state);
    return std::holds_alternative<state::Identify>(state) ||
           std::holds_alternative<state::CompanionCard>(state) ||
           std::holds_alternative<state::HolderCard>(state) ||
           std::holds_alternative<state::Choose>(state) ||
           std::holds_alternative<state::Find>(state) ||
           std::holds_alternative<state::ChooseMatter>(state) ||
           std::holds_alternative<state::Look>(state) ||
           std::holds_alternative<state::ChoosePurpose>(state) ||
           std::holds_alternative<state::ConfirmPrint>(state) ||
           std::holds_alternative<state::Interrupted>(state) ||
           std::holds_alternative<state::OfferToKeep>(state) ||
           std::holds_alternative<state::Scan>(state) ||
           std::holds_alternative<state::CopyVerdict>(state) ||
           std::holds_alternative<state::Trouble>(state);
}

std::string_view name(const State& state) {
    static_assert(events::kVisitSteps.size() == std::variant_size_v<State::variant>);
    return events::kVisitSteps.at(state.index());
}

} // namespace kiosk::visit
