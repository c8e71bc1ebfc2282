// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <variant>
#include <vector>

#include "firmware/base/copied_once.h"
#include "firmware/handout/handout.h"
#include "firmware/staff/gate.h"
#include "firmware/staff/staff_view.h"
#include "firmware/stick/asking.h"
#include "firmware/visit/visit_event.h"

namespace kiosk::staff {

/// One state, one struct: leaving it destroys what it held.
namespace state {

struct Away {};
struct EnterPin {
    std::string mark;
    Role role = Role::attendant;
    Pin pin{};
    std::optional<int> triesLeft{};
};
struct JudgingPin {
    std::string mark;
    Role role = Role::attendant;
};
struct Locked {
    std::chrono::seconds left{};
};
struct Refused {
    Error error;
};
struct Inside {
    Role role = Role::attendant;
    Page page = Page::menu;
    Facts facts{};
    int leaf = 0;
    CodesView codes{};
    std::shared_ptr<const handout::Handout> handout{}; ///< what the codes hold
    int secondsToCodes = 0; ///< what the kiosk's parts answer until then is in them
    StickView stick{};
    PartsView parts{};
    ProofView proof{};
    int secondsToUpdates = 0; ///< 0: it is not asked again what became of one
};
struct Testing {
    Role role = Role::technician;
    Facts facts{};
    TestView view{};
};
/// Whoever began it may be gone: it leads to no page.
struct Soaking {
    Role role = Role::technician;
    SoakView view{};
};

} // namespace state

struct State : std::variant<state::Away, state::EnterPin, state::JudgingPin, state::Locked,
                            state::Refused, state::Inside, state::Testing, state::Soaking> {
    KIOSK_COPIED_ONCE(State);
};
/// "enterPin": for logs, tests and the drawing below.
std::string_view name(const State& state);

namespace event {

/// A card on the register was laid while nobody was served.
struct CardKnown {
    KnownCard card;
};
/// A card was laid and the register could not be asked.
struct CardUnread {
    Error error;
};
struct PinJudged {
    std::string mark; ///< of the card it was for
    Result<PinVerdict> verdict;
};
/// What is known of the kiosk now: all of it, each time a part of it has changed.
struct FactsTold {
    Facts facts;
};
/// The kiosk's part of a test went on, or came to its end.
struct TestMoved {
    GuidedTest test = GuidedTest::cardReader;
    Result<TestView::Phase> phase;
    document::SharedPicture picture{};
    bool codeSeen = false;
    std::string hint{}; ///< what is wrong with the picture, "camera.too-dark"; empty: nothing
};
/// A soak went on, or came to its end.
struct SoakMoved {
    SoakView view;
};
/// The report of a MakeHandout, and its codes as pictures.
struct MadeHandout {
    std::shared_ptr<const handout::Handout> handout;
    std::vector<document::SharedPicture> pictures;
};
struct HandoutMade {
    Result<MadeHandout> made;
};
/// The answer to a challenge, signed, as codes.
struct MadeProof {
    std::string fingerprint; ///< of the key that signed it
    std::vector<document::SharedPicture> pictures;
};
struct Proved {
    std::string challenge; ///< which it answers
    Result<MadeProof> made;
};
/// The slip is out, or will not come.
struct HandoutPrinted {
    Result<> printed;
};
struct HandoutSaved {
    Result<> saved;
};
/// How an errand with a memory stick goes on, and what it came to.
struct StickMoved {
    stick::Progress progress;
};
struct Exported {
    std::string name;
};
struct BundlesFound {
    std::vector<stick::BundleOnStick> bundles;
};
struct BundleCopied {};
struct StickEnded {
    Result<std::variant<Exported, BundlesFound, BundleCopied>> came;
};
/// What was installed when, and what came of it: oldest first.
struct UpdatesTold {
    std::vector<update::Event> events;
};
/// What came of a part's acceptance.
struct PartAccepted {
    Result<> accepted;
};
struct Second {};
/// Somebody is being served: staff mode has no business on the screen.
struct Served {};

} // namespace event

struct Event : std::variant<visit::Touch, event::CardKnown, event::CardUnread, event::PinJudged,
                            event::FactsTold, event::TestMoved, event::SoakMoved,
                            event::HandoutMade, event::Proved, event::HandoutPrinted,
                            event::HandoutSaved, event::StickMoved, event::StickEnded,
                            event::UpdatesTold, event::PartAccepted, event::Second, event::Served> {
    KIOSK_COPIED_ONCE(Event);
};

/// What a step wants done; plain values.
namespace command {

struct JudgePin {
    std::string mark;
    Pin pin;
};
/// Ask everything anew; each answer is a FactsTold.
struct GatherFacts {};
struct BeginTest {
    GuidedTest test = GuidedTest::cardReader;
};
struct EndTest {
    GuidedTest test = GuidedTest::cardReader;
};
/// Keeps a test's result: a person's word, or that the kiosk's part failed.
struct KeepResult {
    GuidedTest test = GuidedTest::cardReader;
    bool passed = false;
    Role role = Role::technician;
};
/// Its result is kept with this role, whatever is on the screen by then.
struct BeginSoak {
    std::chrono::minutes time{};
    Role role = Role::technician;
};
struct EndSoak {
    SoakEnd why = SoakEnd::stopped;
};
/// Makes the report of this health, signed, with its codes.
struct MakeHandout {
    health::Health health;
};
/// The answer to this challenge, of digits that are enough for one.
struct Prove {
    std::string challenge;
};
/// On the printer for slips; else on a sheet.
struct PrintHandout {
    std::shared_ptr<const handout::Handout> handout;
};
/// Into the state folder, where a technician fetches it.
struct SaveHandout {
    std::shared_ptr<const handout::Handout> handout;
};
struct ExportToStick {
    stick::What what = stick::What::everything;
};
struct LookAtStick {};
struct CopyBundle {
    stick::BundleOnStick bundle;
    stick::OlderMay older = stick::OlderMay::no;
};
struct AskUpdates {};
/// The word that this device is the kiosk's: on record from now on, and tried anew.
struct AcceptPart {
    std::string part;
    drivers::DeviceIdentity asShown;
};
/// What is under way with a stick ends, and the stick is let go of.
struct EndStick {};
/// For the record: what happened, by role, never by person or card.
struct Record {
    std::string what; ///< a word of events::kStaffModes
    Role role = Role::attendant;
};

} // namespace command

struct Command
    : std::variant<command::JudgePin, command::GatherFacts, command::BeginTest, command::EndTest,
                   command::KeepResult, command::BeginSoak, command::EndSoak, command::MakeHandout,
                   command::Prove, command::PrintHandout, command::SaveHandout,
                   command::ExportToStick, command::LookAtStick, command::CopyBundle,
                   command::AskUpdates, command::AcceptPart, command::EndStick, command::Record> {
    KIOSK_COPIED_ONCE(Command);
};

/// Where staff mode is, and for how long nobody has done anything.
struct Mode {
    State state = state::Away{};
    int quietSeconds = 0;
};

struct Step {
    Mode next;
    std::vector<Command> commands;
};

/// Staff mode ends by itself after so long without a touch (S1); for the last of it the screen asks
/// whether somebody is still there. A PIN half typed waits less.
inline constexpr int kQuietSeconds = 180;
inline constexpr int kAskSeconds = 30;
inline constexpr int kPinSeconds = 30;
/// As long as the kiosk's parts are given to answer (HealthDesk::kPatience).
inline constexpr int kCodesSeconds = 2;

/// Staff mode as a machine: one pure function, without clock and devices.
///
///     away       -> enterPin locked refused
///     enterPin   -> judgingPin
///     judgingPin -> inside enterPin locked refused
///     inside     -> testing soaking
///     testing    -> inside
///     any        -> away
///
/// `any -> away` is "start over", "back" from the first screen, time running out, and somebody
/// being served. A card laid opens nothing while staff mode is on. A soak that is under way waits
/// for nobody's touch, and leads nowhere else: whoever began it may have gone.
Step step(Mode mode, const Event& event);

bool isOn(const Mode& mode);
/// Set where the screen asks whether somebody is still there: how long it still waits.
std::optional<int> askedSecondsLeft(const Mode& mode);
/// Only while isOn().
StaffView viewOf(const Mode& mode);

} // namespace kiosk::staff
