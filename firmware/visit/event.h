// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <variant>

#include "drivers/card_reader/card_reader.h"
#include "drivers/printer/printer.h"
#include "firmware/base/copied_once.h"
#include "firmware/visit/state.h"
#include "firmware/visit/visit_event.h"

namespace kiosk::visit {

/// What happens to a visit: a touch, or the answer of a device, a region or the store.
/// A grant as the kiosk judged it, and the licences of its enterprise that it covers.
struct Company {
    Grant grant;
    std::string objection; ///< error code; empty where the person may act by it
    std::vector<Licence> licences = {};
};

namespace event {

struct CardLaid {};
struct CardRead {
    Result<drivers::IdCard> card; ///< without its photo
};
struct RegionAnswered {
    Region region;
    Result<std::vector<Licence>> licences;
};
struct GrantsAnswered {
    Region region;
    Result<std::vector<Company>> companies;
};
/// Whether somebody may help somebody else today.
struct HelpAllowed {
    Result<> allowed;
};
/// The holder's consent is on the disk, or is not.
struct ConsentRecorded {
    Result<> recorded;
};
struct LicenceOpened {
    Result<SharedLicence> licence;
    std::string identifier; ///< of the one that was asked for: the answer may come late
};
struct CopyReserved {
    Result<CopyCode> code; ///< checked: the region's own, for what was asked
};
struct JobAccepted {
    Result<int> jobId;
};
struct PrintMoved {
    Result<drivers::JobProgress> progress;
    drivers::PrinterStatus printer;
};
/// The authority, or the outbox for it, has what became of a copy; an error where neither could.
struct CopyReported {
    std::string copyNumber;
    Result<> recorded;
};
struct RequestKept {
    Result<> stored;
};
/// A slip is one page: done, or what keeps it from coming out.
struct SlipMoved {
    printing::PrintPhase phase;
};
/// The same of a ticket for the window.
struct TicketMoved {
    printing::PrintPhase phase;
};
struct CameraLooked {
    document::SharedPicture preview;
    std::string hint;
};
/// A code held before the camera or the hand scanner: one path for both.
struct CodeSeen {
    std::string text;
};
struct CameraFailed {
    Error error;
};
struct CopyChecked {
    CopyAnswer answer;
    std::string copyNumber; ///< that was asked about: the answer may come late
};
/// A card was laid where the staff lay theirs, while they were called or stood there.
struct StaffCardLaid {
    Result<std::string> role; ///< "attendant"; an error where the card opens nothing
};
/// The cabinet stands otherwise than before: the surroundings say how.
struct CabinetChanged {};
/// Somebody touched the glass or used a key: they are still here.
struct Stirred {};
/// One second has passed.
struct Second {};
/// Nobody answered the idle question: whatever is open ends here.
struct Abandoned {};

} // namespace event

struct Event
    : std::variant<Touch, event::CardLaid, event::CardRead, event::RegionAnswered,
                   event::GrantsAnswered, event::HelpAllowed, event::ConsentRecorded,
                   event::LicenceOpened, event::CopyReserved, event::JobAccepted, event::PrintMoved,
                   event::CopyReported, event::RequestKept, event::SlipMoved, event::TicketMoved,
                   event::CameraLooked, event::CodeSeen, event::CameraFailed, event::CopyChecked,
                   event::StaffCardLaid, event::CabinetChanged, event::Stirred, event::Second,
                   event::Abandoned> {
    KIOSK_COPIED_ONCE(Event);
};

} // namespace kiosk::visit
