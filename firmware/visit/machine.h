// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/visit/command.h"
#include "firmware/visit/event.h"
#include "firmware/visit/surroundings.h"

namespace kiosk::visit {

/// A visit as a machine: one pure function from a state and an event to the next state and what
/// must be done. The edges below are compared with what the function does by a test.
///
///     start         -> identify scan
///     identify      -> searching trouble companionCard
///     companionCard    -> holderCard identify trouble
///     holderCard    -> consent companionCard trouble
///     consent       -> searching trouble
///     searching     -> choose offerToKeep
///     choose        -> opening searching offerToKeep askingGrants find chooseMatter
///     find          -> choose opening
///     chooseMatter  -> choose askingGrants
///     askingGrants  -> choose
///     opening       -> look choose trouble
///     look          -> choosePurpose choose
///     choosePurpose -> printing look confirmPrint
///     confirmPrint  -> printing choosePurpose
///     printing      -> take interrupted trouble
///     interrupted   -> printing
///     take          -> choose
///     offerToKeep   -> keeping searching choose
///     keeping       -> kept trouble
///     scan          -> checkingCopy trouble
///     checkingCopy  -> copyVerdict scan
///     copyVerdict   -> scan
///     trouble       -> identify scan
///     personal      -> secondPerson
///     secondPerson  -> personal identify companionCard trouble
///     help          -> any
///     any           -> help
///     any           -> start
///     any           -> outOfService
///
/// "personal" is every state that belongs to somebody who laid a card. Another card than theirs
/// freezes it: what was under way comes to its end, and the first person goes on by laying their
/// own card, the second one by beginning anew, and two who belong together by helping: then both
/// cards are read anew, and the holder consents. "Help" covers any state while staff come; one goes
/// on from it where one was: alone, or with staff who laid their card and were allowed to look on.
/// `any -> start` is "start over", "finish", time running out and nobody answering; printing and
/// keeping cannot be left that way, because paper or a promise is under way. An open door, a tamper
/// switch and a battery that runs low end everything at once; on battery only nobody begins. Out of
/// service ends by itself, when the cabinet is in order.
struct Step {
    State next;
    Commands commands;
};
Step step(State state, const Event& event, const Surroundings& surroundings);

/// A device, a region or the store is at it.
bool worksForPerson(const State& state);
/// May the person be asked whether they are still there, and sent off? Not while something
/// works for them, nor where staff were called: that has a time of its own.
bool waitsForPerson(const State& state);

/// Who helps the person in front, masked; empty where nobody does, or nobody's things are shown.
std::string_view companionOf(const State& state);

/// Whose visit it is, by the number of the card it began with; empty where it is nobody's.
std::string_view ownerOf(const State& state);

inline constexpr int kTakeSeconds = 20;
inline constexpr int kKeptSeconds = 30;
inline constexpr int kMaxCopies = 3;
/// Whoever helps is of age; whoever is helped can consent by themselves (个人信息保护法 art. 31).
inline constexpr int kCompanionAge = 18;
inline constexpr int kHolderAge = 14;
/// Names the words of the consent on record: another name for each change of what they say.
inline constexpr std::string_view kConsentWords = "2026-11";
/// What is covered while staff come is kept for so long, each key and touch anew.
inline constexpr int kHelpSeconds = 300;

/// May a ticket be printed now? A sheet of its own would come between those of a copy.
bool mayPrintTicket(const State& state, const Surroundings& surroundings);

/// May this licence be printed, and if not, which text says why ("look.not-printable.…").
std::string whyNotPrintable(const Licence& licence, const OpenedLicence& opened,
                            const Surroundings& surroundings);

} // namespace kiosk::visit
