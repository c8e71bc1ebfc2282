// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "firmware/base/copied_once.h"
#include "firmware/printing/print_job.h"
#include "firmware/typing/draft.h"
#include "firmware/visit/copy_judgement.h"
#include "firmware/visit/visit_view.h"

namespace kiosk::visit {

/// A licence file fetched, judged and drawn for the screen. Shared by the states that show it; gone
/// with the last of them.
struct OpenedLicence {
    LicenceFile file;
    verify::Verdict verdict;
    std::vector<document::SharedPicture> pages;
    std::vector<document::SharedPicture> coveredPages; ///< the same without what is private
    WallTime retrievedAt{};
    bool printable = true;                 ///< as far as the document's own permissions go
    std::vector<std::string> dataFindings; ///< for the region, as dataFindings() says
};
using SharedLicence = std::shared_ptr<const OpenedLicence>;

/// An enterprise the person in front holds a grant for.
struct HeldGrant {
    Grant grant;
    std::string objection; ///< error code: why they may not act by it; empty where they may
    std::vector<std::size_t> licences; ///< of the enterprise: their places in Found::licences
};

/// For whom licences are listed: nothing for the person in front, else a place in Found::grants.
using Subject = std::optional<std::size_t>;

/// What the regions said of one holder.
struct Found {
    struct Gap {
        Region region;
        Error error;
    };
    Holder holder;
    std::vector<Licence> licences; ///< only ever added to: an index stays good
    std::vector<Gap> gaps;
    std::vector<Region> pending;      ///< asked, and neither answered nor failed yet
    std::vector<HeldGrant> grants;    ///< of the person, once they asked for them
    std::string companionMasked = {}; ///< who helps them, with their consent; empty: nobody
    /// What they came for, once they said so: its place in Surroundings::matters.
    std::optional<std::size_t> matter = {};
};

/// Whoever helps somebody else, by their card.
struct Companion {
    std::string name;
    std::string number;
};

/// A state laid aside whole: it is gone on with, or it ends with the last that holds it.
struct LaidAside;
using Aside = std::shared_ptr<const LaidAside>;

/// One state, one struct: it holds just the data valid in it, so leaving a state destroys that
/// data.
namespace state {

struct Start {};

struct Identify {
    IdentifyView::Phase phase = IdentifyView::Phase::waitingForCard;
    std::string problem; ///< error code for askAgain
};

/// Nobody has named a licence yet.
struct Searching {
    Found found;
    bool anyAnswer = false; ///< nobody at all heard is not the same as "none held"
};

/// The list, from the first licence on; what other regions answer later is put behind it.
struct Choose {
    Found found;
    std::size_t firstItem = 0;
    std::vector<Region> awaited = {}; ///< when the list was opened: it keeps its form for them
    Subject subject = {};
    std::string note = {}; ///< error code: why there is no enterprise to act for
};

/// One of a long list is found by typing. What was typed goes with the state.
struct Find {
    Found found;
    std::size_t listFirst = 0; ///< where the list stands meanwhile
    std::vector<Region> awaited = {};
    Subject subject = {};
    typing::Draft draft = {};
    std::vector<char32_t> candidates = {};
    std::size_t firstCandidate = 0;
    std::size_t firstItem = 0; ///< of those left
};

/// What somebody came for is chosen: the list then shows what that takes.
struct ChooseMatter {
    Found found;
    std::size_t listFirst = 0; ///< where the list stands meanwhile
    std::vector<Region> awaited = {};
    Subject subject = {};
    std::size_t firstMatter = 0; ///< of the page shown
};

/// The regions are asked for whom the person may act. Nothing of it is stored at the kiosk.
struct AskingGrants {
    Found found;
    std::vector<Region> pending;
    bool anySilent = false;
};

struct Opening {
    Found found;
    std::size_t index = 0; ///< of the licence in found.licences
};

struct Look {
    Found found;
    std::size_t index = 0;
    SharedLicence opened;
    std::size_t page = 0;
    bool numberShown = false;
};

struct ChoosePurpose {
    Found found;
    std::size_t index = 0;
    SharedLicence opened;
    std::optional<std::size_t> chosen;
    std::size_t firstPurpose = 0; ///< shown, where there are too many for a page
    int copies = 1;
};

/// With staff beside the person in front, whoever presses is not known: what is to be printed is
/// read and confirmed by the person it is for.
struct ConfirmPrint : ChoosePurpose {};

struct Printing {
    enum class Stage { reserving, sending, following };

    Found found;
    std::size_t index = 0;
    SharedLicence opened;
    Purpose purpose;
    int copies = 1;
    std::vector<std::string> copyNumbers; ///< the last one is under way
    Stage stage = Stage::reserving;
    int jobId = 0;                    ///< while following
    printing::PrintProgress progress; ///< of the copy under way
    int secondsHeldUp = 0;            ///< how long paper, jam or cover have kept it waiting
};

/// A copy did not come out whole. Its number is voided, and only when that is on record may another
/// be printed in its place.
struct Interrupted {
    Printing printing; ///< with the copies that did come out; the void one's number is taken off
    std::string voidNumber;
    Error error;
    bool voided = false;
};

struct Take {
    Found found;
    std::vector<std::string> copyNumbers;
    int pages = 1;
    int secondsLeft = 0;
};

struct OfferToKeep {
    Found found; ///< its gaps name the regions that did not answer
};

struct Keeping {
    std::string pickupNumber;
    std::string holderCode; ///< whose wish it is, to know their card again
};

struct Kept {
    std::string pickupNumber;
    printing::PrintPhase slip = printing::PrintPhase::printing;
    int secondsLeft = 0;
    std::string holderCode;
};

struct Scan {
    document::SharedPicture preview;
    std::string hint;
    int looksSinceHint = 0;
};

struct CheckingCopy {
    CopyCode code;
};

struct CopyVerdict {
    CopyCode code;
    CopyAnswer answer;
};

/// Something is wrong that the person in front cannot mend.
struct Trouble {
    Error error;
    bool canRetry = false;
    bool canCheckCopy = false; ///< what needs no card stays open
};

/// Another card than the holder's was laid in the middle of their visit (U7). Nothing of the first
/// person is shown; of the second nothing is held but that they are there.
struct SecondPerson {
    enum class Phase { asking, awaitingFirst };

    Aside first; ///< the visit that was interrupted; what was under way in it comes to its end
    Phase phase = Phase::asking;
    std::string hint; ///< error code: why the last card was no answer
};

/// Staff were called: what was shown is covered and kept for a while, and a ticket for the window
/// can be printed (A58).
struct Help {
    Aside kept; ///< what goes on from here; what was under way in it comes to its end
    int secondsLeft = 0;
    std::string ticketNumber{};                   ///< of the last one printed
    std::optional<printing::PrintPhase> ticket{}; ///< how far it has come
    std::string staffRole{}; ///< of whoever came and laid their card: "attendant"; empty: nobody
    std::string problem{};   ///< error code: why a staff card opened nothing
};

/// Somebody helps a relative (R5): the companion's card is read first, and of the two cards only
/// that.
struct CompanionCard {
    bool reading = false;
    std::string problem; ///< error code: why the last card was none
};

/// Then the card of whoever it is for.
struct HolderCard {
    Companion companion;
    bool reading = false;
    std::string problem;
};

/// The holder reads to what they consent, and says so. Before that nothing is looked for.
struct Consent {
    enum class Stage { checking, asking, recording };

    Companion companion;
    Holder holder;
    Stage stage = Stage::checking;
};

/// The cabinet lets nobody be served: its door, a tamper switch or its power supply.
struct OutOfService {
    Error error;
};

} // namespace state

struct State
    : std::variant<state::Start, state::Identify, state::Searching, state::Choose, state::Find,
                   state::ChooseMatter, state::AskingGrants, state::Opening, state::Look,
                   state::ChoosePurpose, state::Printing, state::Interrupted, state::Take,
                   state::OfferToKeep, state::Keeping, state::Kept, state::Scan,
                   state::CheckingCopy, state::CopyVerdict, state::Trouble, state::OutOfService,
                   state::SecondPerson, state::Help, state::CompanionCard, state::HolderCard,
                   state::Consent, state::ConfirmPrint> {
    KIOSK_COPIED_ONCE(State);
};

struct LaidAside {
    State state;
};
Aside layAside(State state);

/// The state itself, or what is laid aside in it, at the bottom.
const State& underneath(const State& state);

/// "choose": for logs, tests and the drawing in machine.h. Never what the state holds.
std::string_view name(const State& state);

} // namespace kiosk::visit
