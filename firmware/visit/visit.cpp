// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/visit.h"

#include <algorithm>

#include "firmware/base/log.h"
#include "firmware/visit/beat.h"

namespace kiosk::visit {

namespace {

// A52: after two minutes without a touch the kiosk asks, or five where people need more time; then
// it waits 45 seconds for an answer.
constexpr int kIdleQuestionAfter = 120;
constexpr int kIdleQuestionAfterUnhurried = 300;
constexpr int kIdleAnswerSeconds = 45;
/// A call ends with the visit; one from outside a visit after this long.
constexpr int kCallSeconds = 300;
/// Whoever left something is called back at once and every ten seconds, for a minute (D5).
constexpr int kBetweenReminders = 10;
constexpr int kRemindSeconds = 60;
/// Whoever stood here when the power went is back by then, or will not come.
constexpr std::chrono::minutes kTellInterrupted{10};

constexpr SteadyTime::duration kSecond = std::chrono::seconds(1);
constexpr std::chrono::minutes kMinute{1}; ///< of the clock on the screen

constexpr int kPickupDigits = 10;
constexpr int kTicketDigits = 6;

/// Digits that mean nothing by themselves.
std::string freshDigits(RandomSource& random, int count) {
    std::string digits;
    for (int i = 0; i < count; ++i)
        digits.push_back(static_cast<char>('0' + random.next() % 10));
    return digits;
}

/// False where the touch is about something else.
bool adjusted(SpeechSettings& speech, const Touch& touch) {
    using Speech = SpeechSettings;
    if (const auto* set = std::get_if<touch::SetSpeech>(&touch))
        speech.on = speech.byKey = set->on;
    else if (const auto* rate = std::get_if<touch::ChangeSpeechRate>(&touch))
        speech.rateStep =
            std::clamp(speech.rateStep + rate->step, Speech::kSlowest, Speech::kFastest);
    else if (const auto* volume = std::get_if<touch::ChangeVolume>(&touch))
        speech.volumeStep =
            std::clamp(speech.volumeStep + volume->step, Speech::kSoftest, Speech::kLoudest);
    else if (const auto* aloud = std::get_if<touch::SetPrivateAloud>(&touch))
        speech.privateAloud = aloud->on;
    else
        return false;
    return true;
}

} // namespace

Visit::Visit(Workplace& workplace, Surroundings surroundings, std::function<void()> changed)
    : clock_(workplace.clock),
      loop_(workplace.loop),
      random_(workplace.random),
      surroundings_(std::move(surroundings)),
      changed_([this, changed = std::move(changed)] {
          keepTime();
          changed();
      }),
      effects_(workplace, [this](const Event& event) { apply(event); }) {
    surroundings_.freshPickupNumber = freshDigits(random_, kPickupDigits);
    surroundings_.freshTicketNumber = freshDigits(random_, kTicketDigits);
    lookAtClock();
    keepTime();
}

void Visit::touch(const Touch& touch) {
    idleSeconds_ = 0;
    if (!handledHere(touch))
        return apply(touch);
    followSettings();
    apply(event::Stirred{});
}

void Visit::stirred() {
    const bool asked = asksWhetherStillThere();
    idleSeconds_ = 0;
    if (std::holds_alternative<state::Help>(state_))
        return apply(event::Stirred{});
    if (asked)
        changed_();
}

void Visit::switchUsed() {
    stirred();
    ways_.switchUsed();
    changed_();
}

bool Visit::handledHere(const Touch& touch) {
    if (std::holds_alternative<touch::ResetSettings>(touch))
        resetSettings();
    else if (adjusted(settings_.speech, touch))
        return true;
    else
        return ways_.handle(touch) || std::holds_alternative<touch::StillHere>(touch);
    return true;
}

/// Where nobody is on duty, nobody is said to come.
void Visit::noteCall() {
    staffCalled_ = isOnDuty(surroundings_.staff, clock_.wall());
    secondsCalled_ = 0;
}

void Visit::apply(const Event& event) {
    const std::size_t before = state_.index();
    const bool askedWhoseTurn = std::holds_alternative<state::SecondPerson>(state_);
    const bool wasCovered = std::holds_alternative<state::Help>(state_);
    lookAtClock();
    Step taken = step(std::move(state_), event, surroundings_);
    state_ = std::move(taken.next);
    if (state_.index() != before) {
        log::tell<"visit.step">(name(state_));
        idleSeconds_ = 0;
        ways_.stepTaken();
        surroundings_.interrupted.reset();
        const bool isNext = askedWhoseTurn && std::holds_alternative<state::Identify>(state_);
        const bool isBack = wasCovered && !endVisit(taken.commands); // where they were
        if (isNext || (std::holds_alternative<state::Start>(state_) && !isBack))
            endOfVisit();
        if (const auto* out = std::get_if<state::OutOfService>(&state_))
            log::tell<"visit.out-of-service">(out->error);
    }
    knowPerson(event);
    for (const Command& command : taken.commands)
        carryOut(command);
    changed_();
}

void Visit::carryOut(const Command& command) {
    if (std::holds_alternative<command::CallStaff>(command))
        noteCall();
    if (std::holds_alternative<command::StaffCame>(command))
        staffCalled_ = false;
    if (const auto* beside = std::get_if<command::StaffBeside>(&command))
        surroundings_.staffBeside = beside->role;
    if (std::holds_alternative<command::StaffGone>(command))
        surroundings_.staffBeside.clear();
    if (std::holds_alternative<command::KeepRequest>(command))
        surroundings_.freshPickupNumber = freshDigits(random_, kPickupDigits);
    if (std::holds_alternative<command::PrintTicket>(command))
        surroundings_.freshTicketNumber = freshDigits(random_, kTicketDigits);
    effects_.run(command);
}

void Visit::lookAtClock() {
    surroundings_.now = clock_.wall();
    surroundings_.today = localDate(surroundings_.now);
}

void Visit::knowPerson(const Event& event) {
    const auto* read = std::get_if<event::CardRead>(&event);
    if (read != nullptr && read->card && read->card->birth.ok() &&
        (std::holds_alternative<state::Searching>(state_) ||
         std::holds_alternative<state::Consent>(state_)))
        ways_.ageKnown(ageOn(surroundings_.today, read->card->birth));
    const bool isServed = !ownerOf(state_).empty();
    if (read != nullptr && !read->card && isServed &&
        !std::holds_alternative<state::SecondPerson>(state_))
        ways_.cardNotRead();
}

void Visit::resetSettings() {
    Settings afresh; // but for how this person presses and listens
    afresh.switches = settings_.switches;
    afresh.speech.on = settings_.speech.on;
    afresh.speech.byKey = settings_.speech.byKey;
    settings_ = afresh;
}

void Visit::followSettings() {
    surroundings_.choicesPerPage = choicesPerPage(settings_);
    effects_.setLanguage(settings_.language);
}

void Visit::endOfVisit() {
    settings_ = untouchedSettings();
    ways_.reset();
    followSettings();
    staffCalled_ = false;
    surroundings_.staffBeside.clear();
}

/// Nobody is here, and nothing but the clock on the screen goes on.
bool Visit::isStill() const {
    return std::holds_alternative<state::Start>(state_) && !staffCalled_ &&
           !surroundings_.left.anything() && !isMadeTheirs();
}

/// Somebody made the start screen their own, or asked staff to it, and has not begun.
bool Visit::isMadeTheirs() const {
    return settings_ != untouchedSettings() || ways_.panel() != Panel::none ||
           !surroundings_.staffBeside.empty();
}

/// As whoever comes next finds them.
Settings Visit::untouchedSettings() const {
    Settings untouched;
    untouched.speech.on = headsetIn();
    return untouched;
}

/// Seconds are counted while something waits for them: a still screen wakes nobody.
void Visit::keepTime() {
    const bool countsSeconds = !isStill();
    if (timer_ && countsSeconds == countsSeconds_)
        return;
    if (timer_)
        loop_.cancel(*timer_);
    countsSeconds_ = countsSeconds;
    timer_ = loop_.after(countsSeconds ? kSecond : untilBeat(clock_.wall(), kMinute), [this] {
        timer_.reset();
        if (countsSeconds_)
            passSecond();
        changed_();
    });
}

void Visit::passSecond() {
    apply(event::Second{});
    countIdleSecond();
    countCallSecond();
    countReminderSecond();
}

void Visit::countCallSecond() {
    const bool outsideVisit = std::holds_alternative<state::Start>(state_);
    if (staffCalled_ && outsideVisit && ++secondsCalled_ >= kCallSeconds)
        staffCalled_ = false;
}

void Visit::countReminderSecond() {
    const bool walksOff =
        std::holds_alternative<state::Start>(state_) && surroundings_.left.anything();
    if (!walksOff) {
        secondsReminding_ = 0;
    } else if (secondsReminding_++ % kBetweenReminders == 0 && secondsReminding_ < kRemindSeconds) {
        ++reminders_;
        changed_();
    }
}

void Visit::countIdleSecond() {
    // Whoever walked off or was sent away has left the screen in their own language and size, or
    // with staff beside them: not for ever.
    const bool leftAtStart =
        std::holds_alternative<state::Start>(state_) && isMadeTheirs() && !staffCalled_;
    if (leftAtStart || std::holds_alternative<state::OutOfService>(state_)) {
        if (++idleSeconds_ == idleQuestionAfter())
            endOfVisit();
        return;
    }
    idleSeconds_ = waitsForPerson(state_) ? idleSeconds_ + 1 : 0;
    if (idleSeconds_ >= idleQuestionAfter() + kIdleAnswerSeconds)
        apply(event::Abandoned{});
    else if (idleSeconds_ >= idleQuestionAfter())
        changed_();
}

void Visit::codeScanned(const std::string& text) {
    idleSeconds_ = 0;
    apply(event::CodeSeen{text});
}

void Visit::staffCardLaid(const Result<std::string>& role) {
    apply(event::StaffCardLaid{role});
}

bool Visit::heedsStaffCards() const {
    return std::holds_alternative<state::Help>(state_) || !surroundings_.staffBeside.empty();
}

void Visit::setServices(Services services) {
    surroundings_.services = std::move(services);
    changed_();
}

void Visit::setLeftBehind(const LeftBehind& left) {
    surroundings_.left = left;
    changed_();
}

void Visit::setCabinet(const drivers::CabinetState& cabinet) {
    using drivers::CallKey;
    const bool pressed =
        surroundings_.cabinet.callKey == CallKey::off && cabinet.callKey == CallKey::on;
    const bool headsetWasIn = headsetIn();
    surroundings_.cabinet = cabinet;
    if (headsetWasIn != headsetIn())
        headsetMoved();
    if (pressed)
        apply(Touch{touch::CallStaff{}});
    apply(event::CabinetChanged{});
}

void Visit::headsetMoved() {
    settings_.speech.on = headsetIn() || settings_.speech.byKey;
    settings_.speech.privateAloud = false; // chosen for the loudspeaker of before
    if (!settings_.speech.on)
        settings_.screen = Screen::shown; // nobody is left without both
    idleSeconds_ = 0;
}

Lights Visit::lights() const {
    Lights lights = lightsFor(state_, surroundings_.left);
    if (staffCalled_)
        lights.call = drivers::FlashRate::continuous;
    return lights;
}

int Visit::idleQuestionAfter() const {
    const bool unhurried = settings_.version == Version::elder || settings_.switches ||
                           settings_.speech.on || !surroundings_.staffBeside.empty();
    return unhurried ? kIdleQuestionAfterUnhurried : kIdleQuestionAfter;
}

bool Visit::asksWhetherStillThere() const {
    return idleSeconds_ >= idleQuestionAfter() && waitsForPerson(state_);
}

void Visit::tellInterrupted(const InterruptedCopy& copy) {
    surroundings_.interrupted = copy;
    changed_();
    loop_.after(kTellInterrupted, [this] {
        surroundings_.interrupted.reset();
        changed_();
    });
}

VisitView Visit::view() const {
    VisitView view{.content = contentOf(state_, surroundings_),
                   .settings = settings_,
                   .place = surroundings_.place,
                   .timeOfDay = localTimeOfDay(clock_.wall()),
                   .staffCalled = staffCalled_,
                   .panel = ways_.panel(),
                   .headsetPlugged = headsetIn(),
                   .idleSecondsLeft = {},
                   .companionMasked = std::string(companionOf(state_)),
                   .staffBeside = !surroundings_.staffBeside.empty(),
                   .reminders = reminders_};
    if (asksWhetherStillThere())
        view.idleSecondsLeft = idleQuestionAfter() + kIdleAnswerSeconds - idleSeconds_;
    return view;
}

} // namespace kiosk::visit
