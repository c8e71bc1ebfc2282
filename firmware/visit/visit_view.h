// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "firmware/authority/authority.h"
#include "firmware/base/copied_once.h"
#include "firmware/document/picture.h"
#include "firmware/licence/licence.h"
#include "firmware/typing/board.h"
#include "firmware/verify/verdict.h"

namespace kiosk::visit {

/// A language of the screens, by its BCP 47 tag in assets/texts/languages.json; by itself the one
/// every visit begins with, which offices here read and paper always carries.
struct Language {
    std::string tag = "zh-CN";

    bool operator==(const Language&) const = default;
};

enum class TextSize { small, normal, large, largest };
enum class Theme { standard, blackOnWhite, yellowOnBlack, lowContrast };

/// How the kiosk speaks to somebody who does not read the screen (A31, A35, A36). Steps count from
/// the usual rate and loudness.
struct SpeechSettings {
    static constexpr int kSlowest = -2;
    static constexpr int kFastest = 4;
    static constexpr int kSoftest = -5;
    static constexpr int kLoudest = 4;

    bool on = false;
    bool byKey = false;        ///< asked for by key: goes on when a headset is pulled
    bool privateAloud = false; ///< the citizen chose that the loudspeaker says private things too
    int rateStep = 0;
    int volumeStep = 0;

    bool operator==(const SpeechSettings&) const = default;
};
/// The elder version (长辈版, A4): larger, slower, one thing at a time, staff nearer.
enum class Version { standard, elder };
/// Where the things to press are: low is for whoever sits or is small (A24).
enum class Reach { standard, low };
/// Dark while somebody only listens: nobody else reads their screen (A13).
enum class Screen { shown, dark };

/// What a person may change at any time; back to the defaults at the end of each visit (A12).
struct Settings {
    Language language;
    TextSize textSize = TextSize::normal;
    Theme theme = Theme::standard;
    SpeechSettings speech{};
    Version version = Version::standard;
    Reach reach = Reach::standard;
    Screen screen = Screen::shown;
    bool switches = false; ///< two switches are in use (A27)

    bool operator==(const Settings&) const = default;
};

/// What works right now (Q7), said on the start screen before anybody begins. `unknown`: nobody has
/// answered yet; nothing is closed for it, and nothing promised.
enum class ServiceState { unknown, working, limited, out };
struct Services {
    ServiceState cards = ServiceState::unknown;    ///< out: reader missing
    ServiceState printing = ServiceState::unknown; ///< limited: paper or toner low
    ServiceState network = ServiceState::unknown;  ///< limited: some regions silent
    ServiceState codes = ServiceState::unknown;    ///< camera
    std::string printingNote; ///< text key: "printer.paper-out", empty while working
    std::string slipsNote;    ///< "slips.paper-out": why the receipt printer prints no slips
    std::vector<std::string> silentRegions; ///< names, for "limited"

    bool operator==(const Services&) const = default;
};

/// What became of a copy that was under way when the kiosk ended (D9).
struct InterruptedCopy {
    int pages = 1;
    std::optional<int> pagesOut; ///< nothing: nobody can tell. All of them: the copy is valid

    bool isWhole() const { return pagesOut == pages; }
};

/// What somebody has not taken along (D5). Nothing says whose it is.
struct LeftBehind {
    bool card = false;  ///< on the reader, where it sees a card stay
    bool sheet = false; ///< in the printer's way out, where a sensor looks

    bool anything() const { return card || sheet; }
    bool operator==(const LeftBehind&) const = default;
};

/// 1 START
struct StartView {
    Services services;
    std::optional<InterruptedCopy> interrupted; ///< said until somebody begins, or a while
    LeftBehind left{};                          ///< by whoever was served last
};

/// 2 WHO ARE YOU
struct IdentifyView {
    /// layAgain: their card lies there already, read once and forgotten
    enum class Phase { waitingForCard, reading, askAgain, layAgain };
    Phase phase = Phase::waitingForCard;
    std::string problem;         ///< error code for askAgain: "card.removed"
    bool othersCardLies = false; ///< of whoever was served last: it must go first
};

/// Still step 2: one helps another (R5), and each lays their own card.
struct AssistCardView {
    enum class Whose { companion, holder };
    Whose whose = Whose::companion;
    bool reading = false;
    std::string problem;           ///< error code: why the last card was none
    std::string companionMasked{}; ///< known while the holder's card is awaited
};

/// Still step 2: the holder reads to what they consent.
struct ConsentView {
    std::string companionMasked;
    std::string holderMasked;
};

/// Between identify and choose, and between choose and look: something is being fetched.
struct WaitingView {
    enum class Reason { searching, askingGrants, opening, checkingCopy, keeping, consenting };
    Reason reason = Reason::searching;
    std::vector<std::string> pendingRegions; ///< names still to answer
};

inline constexpr std::size_t kItemsPerPage = 4; ///< A51: at most five choices a page

/// The largest text and the elder version leave room for three, and with low reach for two; low
/// reach takes room from the large text as well.
constexpr std::size_t choicesPerPage(const Settings& settings) {
    const bool isLow = settings.reach == Reach::low;
    const bool isLargest = settings.textSize == TextSize::largest;
    if (isLargest && isLow)
        return 2;
    const bool isLargeAndLow = settings.textSize == TextSize::large && isLow;
    const bool isFull = isLargest || isLargeAndLow || settings.version == Version::elder;
    return isFull ? 3 : kItemsPerPage;
}
/// Purposes stand two by two: an even number of them; 0 where all have room on one page.
constexpr std::size_t purposesPerPage(std::size_t choices) {
    return choices == kItemsPerPage ? 0 : (choices + 1) / 2 * 2;
}

/// 3 CHOOSE
struct ChooseView {
    struct Item {
        std::string typeName;
        std::string regionName;
        std::string issuer;
        std::string numberMasked;
        std::optional<Date> expiresOn;
        LicenceState state = LicenceState::unknown;
    };
    struct Gap { ///< a region that did not answer is named: it is not "none" (R3)
        std::string regionName;
        std::string error; ///< code
    };
    std::string holderMasked;
    std::vector<Item> items;
    std::vector<Gap> gaps;
    std::vector<std::string> pendingRegions; ///< names still to answer
    /// Of those to answer when the list was opened: for them it is laid out so that nothing of it
    /// moves under a finger, whatever they say.
    std::vector<std::string> awaitedRegions;
    std::size_t firstItem = 0; ///< of the list page shown
    std::size_t perPage = kItemsPerPage;

    /// The enterprise whose licences these are (R4).
    struct Company {
        std::string name;
        Grant::Role role = Grant::Role::agent;
        Date until{};
        std::string objection; ///< error code: why the person may not act for it
    };
    /// What the person came for takes these licences (Matter). Of the list above there are then
    /// those only; what is not among them is named, with the reason why it cannot be shown.
    struct Need {
        enum class Why { notFound, silent, pending, notCovered };
        std::string typeName;
        Why why = Why::notFound;
        bool optional = false;
    };
    struct ForMatter {
        std::string key;  ///< as in assets/texts
        std::string text; ///< where they have no word for it
        std::vector<Need> missing;
        std::size_t needs = 0; ///< all of them
        std::size_t met = 0;   ///< by a licence that is valid
    };
    std::optional<ForMatter> matter{};
    bool canChooseMatter = false;

    std::optional<Company> company{}; ///< nothing: the person's own list
    std::string nextCompany{}; ///< that the list can be switched to; empty: none, or not asked yet
    std::string note{};        ///< error code: why there is no enterprise to act for
    bool canFind = false;      ///< by typing: the list is longer than a page
};

/// Still step 3: what somebody came for.
struct MatterView {
    struct Item {
        std::string key;
        std::string text;                   ///< where assets/texts have no word for the key
        std::string purposeKey;             ///< whose sign stands for it
        std::vector<std::string> typeNames; ///< of the licences it takes
        bool forCompany = false;
    };
    std::vector<Item> matters;
    std::size_t firstMatter = 0; ///< of the page shown
    std::size_t perPage = kItemsPerPage;
};

/// Beside the boards there is room for half as many.
constexpr std::size_t foundPerPage(std::size_t choicesPerPage) {
    return std::max<std::size_t>(1, choicesPerPage / 2);
}

/// Still step 3: one of a long list is found by typing.
struct FindView {
    static constexpr std::size_t kCandidates = 6; ///< shown at a time

    typing::Board board = typing::Board::pinyin;
    std::string chosen;                  ///< characters picked so far
    std::string code;                    ///< keys typed since
    std::vector<std::string> candidates; ///< each one character
    std::size_t firstCandidate = 0;      ///< shown
    std::vector<ChooseView::Item> items; ///< the whole list
    std::vector<std::size_t> left;       ///< places in it of what is meant by what was typed
    std::size_t firstItem = 0;           ///< shown, of those left
    std::size_t perPage = foundPerPage(kItemsPerPage);
};

/// 4 LOOK AND CHECK
struct LookView {
    std::string typeName;
    std::string regionName;
    std::string issuer;
    std::string number; ///< masked unless the citizen asked to see it
    bool numberShown = false;
    bool canShowNumber = true; ///< not while staff look on
    std::optional<Date> expiresOn;
    LicenceState state = LicenceState::unknown;
    verify::Verdict verdict;
    verify::NextStep next = verify::NextStep::nothing; ///< where the verdict is not "valid"
    document::SharedPicture page;                      ///< may be null while it is drawn
    std::size_t pageNumber = 1;
    std::size_t pageCount = 1;
    std::string asOf; ///< "2026-11-23 10:32"
    bool printable = false;
    std::string notPrintableReason; ///< text key when not printable
};

/// 5 PURPOSE AND PRINT
struct PurposeView {
    std::string typeName;
    std::vector<Purpose> purposes;
    std::optional<std::size_t> chosen;
    std::size_t firstPurpose = 0; ///< of the page shown
    std::size_t perPage = 0;      ///< 0: all on one page
    int copies = 1;
    int maxCopies = 3;
    std::size_t pagesPerCopy = 1;
    bool canPrint = false;
};

/// Still step 5: while staff look on, the person it is for confirms what is printed.
struct ConfirmPrintView {
    std::string typeName;
    Purpose purpose;
    std::size_t sheets = 1; ///< all copies together
};

/// Still step 5: paper is moving.
struct PrintingView {
    enum class Phase {
        reserving,
        sending,
        printing,
        needsPaper,
        jammed,
        coverOpen,
        needsHelp,
        printerAway
    };
    Phase phase = Phase::reserving;
    int pagesOut = 0;
    int pagesTotal = 1;
};

/// 6 TAKE AND LEAVE
struct TakeView {
    int pages = 1;
    std::vector<std::string> copyNumbers;
    bool cardStillThere = false;
    int secondsLeft = 20; ///< until everything is wiped
};

/// The network is gone: shall the wish be kept? (Q4)
struct OfferToKeepView {
    std::vector<std::string> regionNames;
};

/// Kept here, not sent yet. Shown only after it is on the disk.
struct KeptView {
    /// Where the slip with the number is; `none`: nobody can say what keeps it.
    enum class Slip { onItsWay, out, needsPaper, jammed, coverOpen, none };
    std::string pickupNumber; ///< "4071 8826 35"
    Slip slip = Slip::onItsWay;
    bool cardStillThere = false;
};

/// Checking a printed copy: hold its code before the camera.
struct ScanView {
    document::SharedPicture preview;
    std::string hint; ///< text key: "camera.dark", "code.not-a-licence-code", empty
};

/// What is known of that copy: two facts, each with its source and time (V11), and what they mean
/// together.
struct CopyVerdictView {
    struct Fact {
        verify::Judgement judgement = verify::Judgement::cannotTell;
        std::string reason; ///< text key
        std::string source; ///< the region that says so; empty for what was checked here
        std::string asOf;   ///< empty where nobody was asked
    };
    /// What the region signed when the copy was reserved.
    struct Claim {
        std::string purpose; ///< text, or the key where this kiosk does not know the purpose
        std::string typeCode;
        std::string reservedAt;
    };
    verify::Judgement judgement = verify::Judgement::cannotTell;
    std::string reason;                          ///< text key: of the fact that decides
    Fact signature;                              ///< checked here, without asking anybody
    Fact state;                                  ///< as the region says today
    std::optional<Claim> claim;                  ///< where the signature is genuine
    std::optional<authority::CopyRecord> record; ///< where the region answered
    std::string printedAt;                       ///< by that record; empty for what was not printed
    std::string copyNumber;
    std::string regionName;
};

/// What happened, what did not, what now (U10).
struct TroubleView {
    std::string code; ///< error code: texts hang on it
    Remedy remedy = Remedy::attendant;
    bool canRetry = false;
    bool canCheckCopy = false;  ///< without any card
    bool canPrintAgain = false; ///< the copy that did not come out whole is on record as void
    int voidPages = 0;          ///< of it that did come out
};

/// Nobody can be served until the cabinet is in order again; by itself, no touch helps.
struct OutOfServiceView {
    std::string code; ///< error code: texts hang on it
    Remedy remedy = Remedy::technician;
    std::string hotline{}; ///< to ring, while nobody is on duty
};

/// A second card in the middle of a visit: whose turn is it? (U7) Nothing of either person.
struct SecondPersonView {
    enum class Phase { asking, awaitingFirst, paperOnItsWay };
    Phase phase = Phase::asking;
    std::string hint;                     ///< error code: why the last card was no answer
    std::optional<PrintingView> printing; ///< the first person's sheets, while they come out
};

/// Staff were called. Nothing of whoever is being served.
struct HelpView {
    bool onDuty = true;
    std::string backAt{};  ///< "2026-11-27 09:00": when somebody is on duty again; empty if unknown
    int waitMinutes = 0;   ///< until somebody comes; 0: nobody can say
    std::string hotline{}; ///< empty where there is none
    int secondsLeft = 0;   ///< until what is covered is wiped
    bool canStartOver = true;
    bool canPrintTicket = true;             ///< not while the only printer is at work
    std::string ticketNumber{};             ///< of the last one: "40 71 88"
    std::optional<KeptView::Slip> ticket{}; ///< where it is
    std::optional<PrintingView> printing{}; ///< sheets that come out meanwhile
    bool staffCame = false;                 ///< may they see the screen?
    std::string problem{};                  ///< error code: why a staff card opened nothing
};

/// What lies on top of the screen: opened, or an offer that waits for an answer.
enum class Panel { none, languages, settings, offerElder, offerLowReach, switches, strangeCard };

/// What the screens show: a plain value without devices, network or clock.
struct VisitView {
    struct Content
        : std::variant<StartView, IdentifyView, WaitingView, ChooseView, FindView, MatterView,
                       LookView, PurposeView, PrintingView, TakeView, OfferToKeepView, KeptView,
                       ScanView, CopyVerdictView, TroubleView, OutOfServiceView, SecondPersonView,
                       HelpView, AssistCardView, ConsentView, ConfirmPrintView> {
        KIOSK_COPIED_ONCE(Content);
    };
    Content content;
    Settings settings;
    std::string place;     ///< "云州市政务服务中心 · 1号机"
    std::string timeOfDay; ///< "10:32"
    bool staffCalled = false;
    Panel panel = Panel::none;
    bool headsetPlugged = false;        ///< what is private may be spoken (A32)
    std::optional<int> idleSecondsLeft; ///< set: ask "are you still there?" (A52)
    std::string companionMasked{}; ///< who helps the person in front, with their consent; or empty
    bool staffBeside = false; ///< staff see the screen, with the agreement of the person in front
    int reminders = 0; ///< how often the kiosk has called somebody back: a sound for each (D5)
};

} // namespace kiosk::visit
