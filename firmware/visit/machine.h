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
///     identify      -> searching trouble
///     searching     -> choose offerToKeep
///     choose        -> opening searching offerToKeep askingGrants
///     askingGrants  -> choose
///     opening       -> look trouble
///     look          -> choosePurpose choose
///     choosePurpose -> printing look
///     printing      -> take interrupted trouble
///     interrupted   -> printing
///     take          -> choose
///     offerToKeep   -> keeping searching choose
///     keeping       -> kept trouble
///     scan          -> checkingCopy trouble
///     checkingCopy  -> copyVerdict scan
///     copyVerdict   -> scan
///     trouble       -> identify scan
///     any           -> start
///     any           -> outOfService
///
/// `any -> start` is "start over", "finish", time running out and nobody answering; printing and
/// keeping cannot be left that way, because paper or a promise is under way. An open door, a tamper
/// switch and a battery that runs low end everything at once; on battery only nobody begins. Out of
/// service ends by itself, when the cabinet is in order.
struct Step {
    State next;
    Commands commands;
};
Step step(State state, const Event& event, const Surroundings& surroundings);

/// May the person be asked whether they are still there, and sent off? Not while a device, a region
/// or the store works for them.
bool waitsForPerson(const State& state);

inline constexpr int kTakeSeconds = 20;
inline constexpr int kKeptSeconds = 30;
inline constexpr int kMaxCopies = 3;

/// May this licence be printed, and if not, which text says why ("look.not-printable.…").
std::string whyNotPrintable(const Licence& licence, const OpenedLicence& opened,
                            const Surroundings& surroundings);

} // namespace kiosk::visit
