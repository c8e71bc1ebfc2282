// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/screens/flow/way.h"

namespace kiosk::flow {

/// What was seen of a visit, the same whichever way it was made.
struct Seen {
    std::vector<std::string> screens; ///< one after the other, by id
    std::vector<std::string> steps;   ///< "1/6" …, as the screens count them
    std::vector<Listed> licences;     ///< as they were found in the list
    int presses = 0;                  ///< things the person had to press
    int sheets = 0;

    bool operator==(const Seen&) const = default;
};

/// From the start screen to the sheet in the hand: a holder of four licences, one of them expired,
/// prints one that is valid. Errors: those of the way, "flow.not-there" (configuration) where a
/// screen does not come.
Result<Seen> printALicence(bench::VirtualStage& stage, Way& way);

/// The same holder comes for a matter that takes three licences: two are there, one is named as
/// missing. They print one of the two, for the purpose that the matter gives.
Result<Seen> printsForAMatter(bench::VirtualStage& stage, Way& way);

/// Somebody acts for a company of many trades (withLongLists()), types three letters and looks at
/// the one licence that is left.
Result<Seen> findsALicence(bench::VirtualStage& stage, Way& way);

/// In the middle of a visit staff are called and a ticket printed for the window; then the visit
/// goes on where it was, and ends. `sheets` counts slips.
Result<Seen> asksForHelp(bench::VirtualStage& stage, Way& way);

/// Staff who were called lay their card, and with them beside a copy is confirmed and printed.
Result<Seen> goesOnWithStaff(bench::VirtualStage& stage, Way& way);

/// Somebody who has no card with them, and shows no face, gets to the window with a ticket.
Result<Seen> goesToTheWindow(bench::VirtualStage& stage, Way& way);

/// A relative helps: two cards, and the holder's press, to the list of the holder's licences.
Result<Seen> helpsARelative(bench::VirtualStage& stage, Way& way);

} // namespace kiosk::flow
