// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "firmware/assist/assist_book.h"
#include "firmware/base/copied_once.h"
#include "firmware/visit/state.h"
#include "firmware/visit/window_ticket.h"

namespace kiosk::visit {

/// What a step of the machine wants done. Plain values: the effects carry them out, tests read
/// them.
namespace command {

struct WatchForCard {};
struct StopWatchingForCard {};
struct ReadCard {};
/// Until the visit ends each further card is read as it is laid: answered by CardRead. Whose it is,
/// the machine tells.
struct WatchForOthers {};
struct SearchRegions {
    Holder holder;
    std::vector<Region> regions;
};
/// Asks the regions for whom somebody may act, judges what they hand out, and searches the licences
/// of the enterprises.
struct AskGrants {
    Holder person;
    std::vector<Region> regions;
};
/// Answered by HelpAllowed.
struct AskWhetherToHelp {
    assist::Pair pair;
};
/// Answered by ConsentRecorded: only then is anything looked for.
struct RecordConsent {
    assist::Pair pair;
};
struct OpenLicence {
    Licence licence;
    Holder person;                ///< in front
    std::string grantNumber = {}; ///< of an enterprise's licence
};
struct ReserveCopy {
    Licence licence;
    SharedLicence opened;
    Purpose purpose;
    std::string grantNumber = {}; ///< of an enterprise's licence
};
/// Composes the sheet, writes the intent to the ledger and hands the sheet to the printer.
struct PrintCopy {
    Licence licence;
    SharedLicence opened;
    Purpose purpose;
    CopyCode code;
    std::optional<Grant> grant{}; ///< by which an enterprise's licence is used
};
/// Looks at the job again in a moment.
struct FollowJob {
    drivers::SentJob job;
    std::string copyNumber;
};
/// The ledger hears how far a copy has come.
struct RecordProgress {
    std::string copyNumber;
    printing::PrintProgress before;
    printing::PrintProgress after;
};
/// The authority hears how many pages are out; 0 voids the number, in the ledger first, and clears
/// the printer of whatever it holds. Answered by CopyReported.
struct ReportCopy {
    Region region;
    std::string copyNumber;
    int pages = 0;
};
struct KeepRequest {
    Holder holder;
    std::vector<Region> regions;
    std::string pickupNumber;
};
struct PrintSlip {
    std::string pickupNumber;
};
struct PrintTicket {
    WindowTicket ticket;
};
struct StartCamera {};
struct StopCamera {};
struct CheckCopy {
    CopyCode code;
};
struct CallStaff {};
/// The call was answered: somebody came and laid their card.
struct StaffCame {
    std::string role; ///< "attendant"
};
/// With the agreement of the person in front staff see their screen from now on.
struct StaffBeside {
    std::string role;
};
struct StaffGone {};
/// Ends the visit: running work is cancelled, the person's settings go back to the defaults.
struct EndVisit {};

} // namespace command

struct Command
    : std::variant<command::WatchForCard, command::StopWatchingForCard, command::ReadCard,
                   command::WatchForOthers, command::SearchRegions, command::AskGrants,
                   command::AskWhetherToHelp, command::RecordConsent, command::OpenLicence,
                   command::ReserveCopy, command::PrintCopy, command::FollowJob,
                   command::RecordProgress, command::ReportCopy, command::KeepRequest,
                   command::PrintSlip, command::PrintTicket, command::StartCamera,
                   command::StopCamera, command::CheckCopy, command::CallStaff, command::StaffCame,
                   command::StaffBeside, command::StaffGone, command::EndVisit> {
    KIOSK_COPIED_ONCE(Command);
};
using Commands = std::vector<Command>;

/// Whether they end the visit.
inline bool endVisit(const Commands& commands) {
    return std::ranges::any_of(commands, [](const Command& command) {
        return std::holds_alternative<command::EndVisit>(command);
    });
}

} // namespace kiosk::visit
