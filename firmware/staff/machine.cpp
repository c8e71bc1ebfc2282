// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/machine.h"

#include <algorithm>
#include <array>

#include "firmware/health/diagnosis.h"
#include "firmware/staff/machine_parts.h"
#include "firmware/staff/machine_proof.h"
#include "firmware/staff/machine_soak.h"
#include "firmware/staff/machine_stick.h"
#include "firmware/staff/press.h"

namespace kiosk::staff {

namespace {

namespace touch = visit::touch;
using Key = touch::Staff::Key;
using std::chrono::seconds;

constexpr std::array<std::string_view, 8> kNames{"away",    "enterPin", "judgingPin", "locked",
                                                 "refused", "inside",   "testing",    "soaking"};
static_assert(kNames.size() == std::variant_size_v<State::variant>);

template <typename T>
const T* is(const Event& event) {
    return std::get_if<T>(&event);
}

template <typename T>
const T* touched(const Event& event) {
    const auto* touch = std::get_if<visit::Touch>(&event);
    return touch == nullptr ? nullptr : std::get_if<T>(touch);
}

const touch::Staff* pressed(const Event& event, Key key) {
    const auto* press = pressOf(event);
    return press != nullptr && press->key == key ? press : nullptr;
}

Step stay(State state) {
    return {{std::move(state)}, {}};
}

Step away() {
    return {};
}

Step toLocked(seconds left, Role role) {
    return {{state::Locked{left}}, {command::Record{"locked", role}}};
}

Step fromAway(const Event& event) {
    if (const auto* unread = is<event::CardUnread>(event))
        return stay(state::Refused{unread->error});
    const auto* known = is<event::CardKnown>(event);
    if (known == nullptr)
        return away();
    if (known->card.lockedFor.count() > 0)
        return toLocked(known->card.lockedFor, known->card.role);
    return stay(state::EnterPin{.mark = known->card.mark, .role = known->card.role});
}

Step fromEnterPin(state::EnterPin state, const Event& event) {
    if (const auto* digit = pressed(event, Key::digit))
        state.pin.add(digit->value);
    else if (pressed(event, Key::erase) != nullptr)
        state.pin.eraseLast();
    else if (pressed(event, Key::enter) != nullptr && state.pin.isLongEnough())
        return {{state::JudgingPin{state.mark, state.role}},
                {command::JudgePin{state.mark, state.pin}}};
    return stay(std::move(state));
}

Step fromJudgingPin(state::JudgingPin state, const Event& event) {
    const auto* judged = is<event::PinJudged>(event);
    if (judged == nullptr || judged->mark != state.mark)
        return stay(std::move(state));
    if (!judged->verdict)
        return stay(state::Refused{judged->verdict.error()});
    if (judged->verdict->right)
        return {{state::Inside{.role = state.role}},
                {command::Record{"opened", state.role}, command::GatherFacts{}}};
    if (judged->verdict->lockedFor.count() > 0)
        return toLocked(judged->verdict->lockedFor, state.role);
    return {{state::EnterPin{.mark = std::move(state.mark),
                             .role = state.role,
                             .triesLeft = judged->verdict->triesLeft}},
            {command::Record{"wrongPin", state.role}}};
}

/// The page that was pressed, where this role may open it.
std::optional<Page> opened(const Event& event, Role role) {
    const auto* press = pressed(event, Key::open);
    if (press == nullptr || press->value < 0 || press->value >= kPages)
        return std::nullopt;
    const auto page = static_cast<Page>(press->value);
    return mayOpen(role, page) ? std::optional(page) : std::nullopt;
}

std::optional<GuidedTest> testBegun(const Event& event) {
    const auto* press = pressed(event, Key::test);
    if (press == nullptr || press->value < 0 || press->value >= static_cast<int>(kGuidedTests))
        return std::nullopt;
    return static_cast<GuidedTest>(press->value);
}

Step toTest(state::Inside state, GuidedTest test) {
    TestView view{.test = test};
    if (test == GuidedTest::screen)
        view.phase = TestView::Phase::asking; // it is all the person's
    return {{state::Testing{state.role, std::move(state.facts), std::move(view)}},
            {command::BeginTest{test}}};
}

/// How many a screen shows at a time is its own: no list has more leaves than entries.
int leafed(const state::Inside& state, int step) {
    const auto most =
        static_cast<int>(std::max({health::readinessOf(state.facts.health).size(),
                                   state.facts.parts.size(), pagesFor(state.role).size()}));
    return std::clamp(state.leaf + step, 0, std::max(most - 1, 0));
}

using Deed = CodesView::Deed;

/// Print or save, once at a time, what the codes on the screen hold.
Step handOut(state::Inside state, bool onPaper) {
    Deed& deed = onPaper ? state.codes.printing : state.codes.saving;
    if (!state.handout || deed == Deed::underWay)
        return stay(std::move(state));
    deed = Deed::underWay;
    state.codes.error.reset();
    const Command command = onPaper ? Command(command::PrintHandout{state.handout})
                                    : Command(command::SaveHandout{state.handout});
    return {{std::move(state)}, {command}};
}

void note(state::Inside& state, Deed& deed, const Result<>& came) {
    deed = came ? Deed::done : Deed::none;
    if (!came)
        state.codes.error = came.error();
}

void note(state::Inside& state, const Result<event::MadeHandout>& made) {
    if (!made) {
        state.codes.error = made.error();
        return;
    }
    state.handout = made->handout;
    state.codes.fingerprint = made->handout->fingerprint;
    state.codes.pictures = made->pictures;
}

/// Nothing where it is none of these.
std::optional<Step> handoutMoves(state::Inside& state, const Event& event) {
    if (state.page != Page::codes)
        return std::nullopt;
    if (pressed(event, Key::print) != nullptr)
        return handOut(std::move(state), true);
    if (pressed(event, Key::save) != nullptr)
        return handOut(std::move(state), false);
    if (const auto* made = is<event::HandoutMade>(event))
        note(state, made->made);
    else if (const auto* printed = is<event::HandoutPrinted>(event))
        note(state, state.codes.printing, printed->printed);
    else if (const auto* saved = is<event::HandoutSaved>(event))
        note(state, state.codes.saving, saved->saved);
    else
        return std::nullopt;
    return stay(std::move(state));
}

Step toPage(state::Inside state, Page page) {
    std::vector<Command> commands;
    endStickPage(state, commands);
    state.page = page;
    state.leaf = 0;
    state.codes = {};
    state.parts = {};
    state.proof = {};
    state.handout.reset();
    state.secondsToCodes = page == Page::codes ? kCodesSeconds : 0;
    commands.emplace_back(command::GatherFacts{});
    beginStickPage(state, commands);
    return {{std::move(state)}, std::move(commands)};
}

Step fromInside(state::Inside state, const Event& event) {
    if (auto moved = handoutMoves(state, event))
        return *std::move(moved);
    if (auto moved = stickMoves(state, event))
        return *std::move(moved);
    if (auto moved = proofMoves(state, event))
        return *std::move(moved);
    if (auto moved = partsMove(state, event))
        return *std::move(moved);
    if (auto moved = soakMoves(state, event))
        return *std::move(moved);
    if (const auto* told = is<event::FactsTold>(event)) {
        state.facts = told->facts;
    } else if (const auto page = opened(event, state.role)) {
        return toPage(std::move(state), *page);
    } else if (const auto test = testBegun(event); test && state.page == Page::tests) {
        return toTest(std::move(state), *test);
    } else if (const auto* leaf = touched<touch::ListPage>(event)) {
        state.leaf = leafed(state, leaf->step);
    } else if (touched<touch::Back>(event) != nullptr) {
        std::vector<Command> commands;
        endStickPage(state, commands);
        state.page = Page::menu;
        state.leaf = 0;
        state.parts = {};
        state.proof = {};
        state.secondsToCodes = 0;
        return {{std::move(state)}, std::move(commands)};
    }
    return stay(std::move(state));
}

/// Back to the tests, with a result or without one.
Step testEnds(state::Testing state, std::optional<bool> passed) {
    const GuidedTest test = state.view.test;
    std::vector<Command> commands{command::EndTest{test}};
    if (passed)
        commands.emplace_back(command::KeepResult{test, *passed, state.role});
    commands.emplace_back(command::GatherFacts{});
    return {{state::Inside{state.role, Page::tests, std::move(state.facts)}}, std::move(commands)};
}

void move(TestView& view, const event::TestMoved& moved) {
    if (!moved.phase) {
        view.phase = TestView::Phase::failed;
        view.error = moved.phase.error();
        return;
    }
    view.phase = *moved.phase;
    if (moved.picture)
        view.picture = moved.picture;
    view.codeSeen = view.codeSeen || moved.codeSeen;
}

bool areAllTouched(const TestView& view) {
    return view.targetsTouched.size() == static_cast<std::size_t>(kScreenTargets);
}

Step fromTesting(state::Testing state, const Event& event) {
    TestView& view = state.view;
    if (const auto* told = is<event::FactsTold>(event)) {
        state.facts = told->facts;
    } else if (const auto* moved = is<event::TestMoved>(event);
               moved != nullptr && moved->test == view.test) {
        move(view, *moved);
    } else if (const auto* target = pressed(event, Key::digit);
               target != nullptr && view.test == GuidedTest::screen) {
        if (std::ranges::find(view.targetsTouched, target->value) == view.targetsTouched.end())
            view.targetsTouched.push_back(target->value);
        if (areAllTouched(view))
            return testEnds(std::move(state), true);
    } else if (pressed(event, Key::yes) != nullptr && view.phase == TestView::Phase::asking) {
        return testEnds(std::move(state), true);
    } else if (pressed(event, Key::no) != nullptr && view.phase != TestView::Phase::running) {
        return testEnds(std::move(state), false);
    } else if (touched<touch::Back>(event) != nullptr) {
        return testEnds(std::move(state), std::nullopt);
    }
    return stay(std::move(state));
}

struct Dispatch {
    const Event& event;

    Step operator()(state::Away) const { return fromAway(event); }
    Step operator()(state::EnterPin s) const { return fromEnterPin(std::move(s), event); }
    Step operator()(state::JudgingPin s) const { return fromJudgingPin(std::move(s), event); }
    Step operator()(state::Locked s) const { return stay(s); }
    Step operator()(state::Refused s) const { return stay(std::move(s)); }
    Step operator()(state::Inside s) const { return fromInside(std::move(s), event); }
    Step operator()(state::Testing s) const { return fromTesting(std::move(s), event); }
    Step operator()(state::Soaking s) const { return fromSoaking(std::move(s), event); }
};

int patienceOf(const State& state) {
    return std::holds_alternative<state::Inside>(state) ||
                   std::holds_alternative<state::Testing>(state) ||
                   std::holds_alternative<state::Soaking>(state)
               ? kQuietSeconds
               : kPinSeconds;
}

/// On a screen from which "back" leads out.
bool isFirst(const State& state) {
    const auto* inside = std::get_if<state::Inside>(&state);
    return inside != nullptr ? inside->page == Page::menu
                             : !std::holds_alternative<state::Testing>(state);
}

bool leaves(const State& state, const Event& event) {
    return touched<touch::StartOver>(event) != nullptr ||
           touched<touch::Finish>(event) != nullptr || is<event::Served>(event) != nullptr ||
           (touched<touch::Back>(event) != nullptr && isFirst(state));
}

/// Whatever was under way ends, and that somebody was inside is on record.
Step left(State state, const Event& event) {
    Step step;
    endSoak(state, event, step.commands);
    if (auto* inside = std::get_if<state::Inside>(&state)) {
        endStickPage(*inside, step.commands);
        step.commands.emplace_back(command::Record{"closed", inside->role});
    }
    if (const auto* testing = std::get_if<state::Testing>(&state)) {
        step.commands.emplace_back(command::EndTest{testing->view.test});
        step.commands.emplace_back(command::Record{"closed", testing->role});
    }
    if (const auto* soaking = std::get_if<state::Soaking>(&state))
        step.commands.emplace_back(command::Record{"closed", soaking->role});
    return step;
}

Step passSecond(Mode mode) {
    if (auto* locked = std::get_if<state::Locked>(&mode.state))
        locked->left = std::max(locked->left - seconds(1), seconds(0));
    const bool waits = isStickBusy(mode.state) || isSoaking(mode.state);
    if (!waits && ++mode.quietSeconds >= patienceOf(mode.state))
        return left(std::move(mode.state), event::Second{});
    std::vector<Command> commands;
    if (auto* inside = std::get_if<state::Inside>(&mode.state)) {
        const bool waitsForCodes = inside->secondsToCodes > 0;
        inside->secondsToCodes -= waitsForCodes ? 1 : 0;
        if (waitsForCodes && inside->secondsToCodes == 0)
            commands.emplace_back(command::MakeHandout{inside->facts.health});
        passStickSecond(*inside, commands);
    }
    return {std::move(mode), std::move(commands)};
}

} // namespace

std::string_view name(const State& state) {
    return kNames[state.index()];
}

bool isOn(const Mode& mode) {
    return !std::holds_alternative<state::Away>(mode.state);
}

Step step(Mode mode, const Event& event) {
    if (isOn(mode) && leaves(mode.state, event))
        return left(std::move(mode.state), event);
    if (is<event::Second>(event) != nullptr)
        return isOn(mode) ? passSecond(std::move(mode)) : Step{};
    const bool isPerson = std::holds_alternative<visit::Touch>(event) || !isOn(mode);
    const int quiet = isPerson ? 0 : mode.quietSeconds;
    Step taken = std::visit(Dispatch{event}, std::move(mode.state));
    taken.next.quietSeconds = quiet;
    return taken;
}

std::optional<int> askedSecondsLeft(const Mode& mode) {
    const int left = patienceOf(mode.state) - mode.quietSeconds;
    if (patienceOf(mode.state) != kQuietSeconds || left > kAskSeconds)
        return std::nullopt;
    return left;
}

StaffView viewOf(const Mode& mode) {
    struct View {
        StaffView operator()(const state::Away&) const { return PinView{}; }
        StaffView operator()(const state::EnterPin& s) const {
            return PinView{
                .digits = s.pin.size(), .canEnter = s.pin.isLongEnough(), .triesLeft = s.triesLeft};
        }
        StaffView operator()(const state::JudgingPin&) const { return PinView{.judging = true}; }
        StaffView operator()(const state::Locked& s) const {
            return LockedView{std::max(
                1, static_cast<int>(std::chrono::ceil<std::chrono::minutes>(s.left).count()))};
        }
        StaffView operator()(const state::Refused& s) const {
            return RefusedView{s.error.code(), s.error.remedy()};
        }
        StaffView operator()(const state::Inside& s) const {
            return PageView{s.role, s.page, s.facts, s.leaf, s.codes, s.stick, s.parts, s.proof};
        }
        StaffView operator()(const state::Testing& s) const { return s.view; }
        StaffView operator()(const state::Soaking& s) const { return s.view; }
    };
    return std::visit(View{}, mode.state);
}

} // namespace kiosk::staff
