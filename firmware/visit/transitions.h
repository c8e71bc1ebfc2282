// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/visit/cabinet.h"
#include "firmware/visit/machine.h"

/// The machine's parts: one function a state, in the file of its stage. Included by those files
/// only.
namespace kiosk::visit {

template <typename T>
const T* is(const Event& event) {
    return std::get_if<T>(&event);
}

template <typename T>
const T* touched(const Event& event) {
    const Touch* touch = std::get_if<Touch>(&event);
    return touch == nullptr ? nullptr : std::get_if<T>(touch);
}

inline Step stay(State state) {
    return {std::move(state), {}};
}
inline Step toStart() {
    return {state::Start{}, {command::EndVisit{}}};
}
/// Paper, a promise or nothing at all may be left of the visit, but no person's data.
inline Step toTrouble(Error error, bool canRetry) {
    return {state::Trouble{std::move(error), canRetry}, {command::EndVisit{}}};
}

/// The first item of the page so many pages on; stays where there is none.
std::size_t leafed(std::size_t first, int pages, std::size_t perPage, std::size_t count);

// transitions_identify.cpp
Step fromStart(state::Start state, const Event& event);
Step fromIdentify(state::Identify state, const Event& event, const Surroundings& surroundings);
Step toIdentify();

/// Why a card says nothing about who somebody is: nothing where it does.
std::optional<Error> whyNoProof(const drivers::IdCard& card, const Surroundings& surroundings);
/// The person a card names, by the Chinese name where there is one.
Holder holderOf(const drivers::IdCard& card);
/// No retrieval with this card, or this reader; what needs neither goes on.
Step toCardTrouble(Error error);

// transitions_assist.cpp
/// Whatever was before ends: both cards are read anew.
Step toCompanionCard();
Step fromCompanionCard(state::CompanionCard state, const Event& event,
                       const Surroundings& surroundings);
Step fromHolderCard(state::HolderCard state, const Event& event, const Surroundings& surroundings);
Step fromConsent(state::Consent state, const Event& event, const Surroundings& surroundings);

// transitions_retrieve.cpp
Step fromSearching(state::Searching state, const Event& event);
/// A region answers while somebody is past the search: what it says is put behind the rest.
Step withLateAnswer(State state, const event::RegionAnswered& answer);
/// The list of whoever the licence at this place is listed for, or the person's own.
Step toChoose(Found found, std::optional<std::size_t> licence = {});
Step fromChoose(state::Choose state, const Event& event, const Surroundings& surroundings);
Step fromOpening(state::Opening state, const Event& event);
Step fromLook(state::Look state, const Event& event, const Surroundings& surroundings);
Step toSearching(Found found, std::vector<Region> regions);
/// Where there are licences the list stays as it is while they are asked.
Step askSilentRegionsAgain(Found found, std::size_t firstItem = 0);

/// One of those listed for the subject, by its place among all that were found.
Step toOpening(Found found, std::size_t place);

// transitions_find.cpp
Step toFind(state::Choose state);
Step fromFind(state::Find state, const Event& event, const Surroundings& surroundings);

// transitions_matters.cpp
Step toChooseMatter(state::Choose state);
/// The whole list again.
Step showingAll(state::Choose state);
Step fromChooseMatter(state::ChooseMatter state, const Event& event,
                      const Surroundings& surroundings);

// transitions_companies.cpp
/// The first that holds, or the first with what stands against it.
Subject firstOf(const std::vector<HeldGrant>& grants);
Step toAskingGrants(Found found, const std::vector<Region>& regions);
Step fromAskingGrants(state::AskingGrants state, const Event& event);
/// The next enterprise, or the person themselves again; asked for at first.
Step switchedSubject(state::Choose state, const Surroundings& surroundings);

// transitions_print.cpp
Step fromChoosePurpose(state::ChoosePurpose state, const Event& event,
                       const Surroundings& surroundings);
Step fromConfirmPrint(state::ConfirmPrint state, const Event& event,
                      const Surroundings& surroundings);
Step fromPrinting(state::Printing state, const Event& event, const Surroundings& surroundings);
/// The copy did not come out whole: its number is voided, so that a stray sheet verifies as void.
command::ReportCopy voided(const state::Printing& state);
Step fromInterrupted(state::Interrupted state, const Event& event);
Step fromTake(state::Take state, const Event& event);

// transitions_keep.cpp
Step fromOfferToKeep(state::OfferToKeep state, const Event& event,
                     const Surroundings& surroundings);
Step fromKeeping(state::Keeping state, const Event& event);
Step fromKept(state::Kept state, const Event& event);

// transitions_cabinet.cpp
Step closedDown(State state, Error why);
/// Instead of a start at which nobody may begin.
Step notBegun(Step taken, const drivers::CabinetState& cabinet);
Step fromOutOfService(state::OutOfService state, const Surroundings& surroundings);

// transitions_aside.cpp
/// What answers something that was begun before: it is heard, whoever stands there now.
bool isAnswer(const Event& event);
/// Another card than the owner's was read: their visit is laid aside. Nothing for any other event.
std::optional<Step> othersCard(const State& state, const Event& event);
Step fromSecondPerson(state::SecondPerson state, const Event& event,
                      const Surroundings& surroundings);

// transitions_help.cpp
/// "Call staff", from wherever one is.
Step toHelp(State state, const Surroundings& surroundings);
/// A staff card is laid while its owner looks on, or nobody does: either way nobody does then.
Step staffLeave(State state, const Surroundings& surroundings);
Step fromHelp(state::Help state, const Event& event, const Surroundings& surroundings);

// transitions_check.cpp
Step toScan();
Step fromScan(state::Scan state, const Event& event, const Surroundings& surroundings);
Step fromCheckingCopy(state::CheckingCopy state, const Event& event);
Step fromCopyVerdict(state::CopyVerdict state, const Event& event);

} // namespace kiosk::visit
