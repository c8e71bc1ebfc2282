// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/unit/staff/staff_words.h"

namespace kiosk::staff::tests {

namespace {

using namespace std::chrono_literals;
namespace touch = visit::touch;
using Phase = TestView::Phase;

Walk atTest(GuidedTest test) {
    Walk walk;
    walk.comeIn(Role::technician).go(open(Page::tests)).go(begin(test));
    return walk;
}

Event moved(GuidedTest test, Result<Phase> phase) {
    return event::TestMoved{test, std::move(phase)};
}

} // namespace

TEST_CASE(
    "S1 a known card asks for its PIN, and the PIN goes to be judged with the card it is for") {
    Walk walk;
    walk.go(known(Role::technician)).type("31415");
    CHECK(walk.at() == "enterPin");
    CHECK(walk.go(press(Key::enter)).at() == "enterPin"); // five are no PIN
    walk.type("9").go(press(Key::enter));
    CHECK(walk.at() == "judgingPin");
    REQUIRE(walk.command<command::JudgePin>() != nullptr);
    CHECK(walk.command<command::JudgePin>()->mark == "mark");
    CHECK(walk.command<command::JudgePin>()->pin.digits() == "314159");
}

TEST_CASE("S1 the right PIN opens the menu of its role, and that is on record by role alone") {
    Walk walk;
    walk.comeIn(Role::attendant);
    REQUIRE(walk.at() == "inside");
    CHECK(walk.state<state::Inside>().role == Role::attendant);
    CHECK(walk.state<state::Inside>().page == Page::menu);
    REQUIRE(walk.command<command::Record>() != nullptr);
    CHECK(walk.command<command::Record>()->what == "opened");
    CHECK(walk.command<command::GatherFacts>() != nullptr);
}

TEST_CASE("S1 a wrong PIN begins again with fewer tries; too many lock, and the lock is told") {
    Walk walk;
    walk.go(known(Role::technician)).type("271828").go(press(Key::enter));
    walk.go(judged({.triesLeft = 2}));
    REQUIRE(walk.at() == "enterPin");
    CHECK(std::get<PinView>(viewOf(walk.mode)).triesLeft == 2);
    CHECK(std::get<PinView>(viewOf(walk.mode)).digits == 0);
    walk.type("271828").go(press(Key::enter)).go(judged({.lockedFor = 90s}));
    REQUIRE(walk.at() == "locked");
    CHECK(std::get<LockedView>(viewOf(walk.mode)).minutes == 2);
    CHECK(std::get<LockedView>(viewOf(walk.wait(29).mode)).minutes == 2);
    CHECK(Walk().go(known(Role::technician, 5min)).at() == "locked");
}

TEST_CASE("S1 wrong PINs and locks are on record, by role alone") {
    Walk walk;
    walk.go(known(Role::technician)).type("271828").go(press(Key::enter));
    walk.go(judged({.triesLeft = 2}));
    REQUIRE(walk.command<command::Record>() != nullptr);
    CHECK(walk.command<command::Record>()->what == "wrongPin");
    CHECK(walk.command<command::Record>()->role == Role::technician);
    walk.type("271828").go(press(Key::enter)).go(judged({.lockedFor = 60s}));
    REQUIRE(walk.command<command::Record>() != nullptr);
    CHECK(walk.command<command::Record>()->what == "locked");
    Walk again; // whoever lays a locked card is on record as well
    again.go(known(Role::supervisor, 5min));
    REQUIRE(again.command<command::Record>() != nullptr);
    CHECK(again.command<command::Record>()->what == "locked");
    CHECK(again.command<command::Record>()->role == Role::supervisor);
}

TEST_CASE("S1 the time a lock still takes runs down on the screen, in minutes begun") {
    Walk walk;
    walk.go(known(Role::technician, 65s));
    CHECK(std::get<LockedView>(viewOf(walk.mode)).minutes == 2);
    CHECK(std::get<LockedView>(viewOf(walk.wait(4).mode)).minutes == 2);
    CHECK(std::get<LockedView>(viewOf(walk.wait(1).mode)).minutes == 1);
}

TEST_CASE("S1 a digit is taken back, and a PIN half typed asks nobody whether they are there") {
    Walk walk;
    walk.go(known(Role::technician)).type("3149").go(press(Key::erase)).type("159");
    walk.go(press(Key::enter));
    REQUIRE(walk.command<command::JudgePin>() != nullptr);
    CHECK(walk.command<command::JudgePin>()->pin.digits() == "314159");
    Walk half;
    half.go(known(Role::technician)).type("314").wait(kPinSeconds - 1);
    CHECK_FALSE(askedSecondsLeft(half.mode));
}

TEST_CASE("S1 starting over and finishing lead out from everywhere, and it is on record") {
    for (const Event& out : {Event{visit::Touch{touch::StartOver{}}},
                             Event{visit::Touch{touch::Finish{}}}, Event{event::Served{}}}) {
        Walk pin;
        CHECK(pin.go(known(Role::technician)).go(out).at() == "away");
        Walk page;
        page.comeIn(Role::technician).go(open(Page::board)).go(out);
        CHECK(page.at() == "away");
        REQUIRE(page.command<command::Record>() != nullptr);
        CHECK(page.command<command::Record>()->what == "closed");
        Walk test = atTest(GuidedTest::camera);
        CHECK(test.go(out).at() == "away");
        CHECK(test.command<command::EndTest>() != nullptr);
        REQUIRE(test.command<command::Record>() != nullptr);
        CHECK(test.command<command::Record>()->what == "closed");
        CHECK(test.command<command::Record>()->role == Role::technician);
    }
}

TEST_CASE("S1 back leads out of the menu alone; a page leads to the menu first") {
    Walk walk;
    walk.comeIn(Role::technician).go(open(Page::board)).go(visit::Touch{touch::Back{}});
    REQUIRE(walk.at() == "inside");
    CHECK(walk.state<state::Inside>().page == Page::menu);
    CHECK(walk.go(visit::Touch{touch::Back{}}).at() == "away");
    Walk pin;
    CHECK(pin.go(known(Role::technician)).go(visit::Touch{touch::Back{}}).at() == "away");
}

TEST_CASE("S1 a verdict on another card's PIN opens nothing") {
    Walk walk;
    walk.go(known(Role::technician)).type("314159").go(press(Key::enter));
    CHECK(walk.go(event::PinJudged{"other", PinVerdict{.right = true}}).at() == "judgingPin");
}

TEST_CASE("S1 a register that cannot be read lets nobody in") {
    CHECK(Walk().go(event::CardUnread{spoilt()}).at() == "refused");
    Walk walk;
    walk.go(known(Role::technician)).type("314159").go(press(Key::enter));
    CHECK(walk.go(event::PinJudged{"mark", std::unexpected(spoilt())}).at() == "refused");
}

TEST_CASE("S1 staff mode ends by itself, after a question; a half-typed PIN waits less") {
    Walk walk;
    walk.comeIn(Role::technician).wait(kQuietSeconds - kAskSeconds - 1);
    CHECK_FALSE(askedSecondsLeft(walk.mode));
    CHECK(askedSecondsLeft(walk.wait(1).mode) == kAskSeconds);
    CHECK_FALSE(askedSecondsLeft(walk.go(visit::Touch{touch::StillHere{}}).mode));
    CHECK(walk.wait(kQuietSeconds - 1).at() == "inside");
    CHECK(walk.go(event::FactsTold{}).at() == "inside"); // what the kiosk tells is no touch
    CHECK(walk.wait(1).at() == "away");
    CHECK(walk.command<command::Record>()->what == "closed");
    Walk pin;
    pin.go(known(Role::technician)).type("314").wait(kPinSeconds - 1);
    CHECK(pin.at() == "enterPin");
    CHECK(pin.wait(1).at() == "away");
}

TEST_CASE("S1 nothing of staff mode stays on the screen of somebody who is served") {
    Walk walk;
    CHECK(walk.comeIn(Role::supervisor).go(event::Served{}).at() == "away");
    CHECK(walk.go(event::FactsTold{}).at() == "away");
    CHECK(walk.go(open(Page::board)).at() == "away");
}

TEST_CASE("G1 a page opens for those who may, and what cannot be pressed opens nothing") {
    Walk walk;
    walk.comeIn(Role::attendant).go(open(Page::tests));
    CHECK(walk.state<state::Inside>().page == Page::menu);
    for (const int odd : {-1, kPages, 1000})
        CHECK(walk.go(press(Key::open, odd)).state<state::Inside>().page == Page::menu);
    walk.go(open(Page::queue));
    CHECK(walk.state<state::Inside>().page == Page::queue);
    CHECK(walk.command<command::GatherFacts>() != nullptr);
    CHECK(walk.go(begin(GuidedTest::printer)).at() == "inside");
    CHECK(walk.go(visit::Touch{touch::Back{}}).state<state::Inside>().page == Page::menu);
    CHECK(walk.go(visit::Touch{touch::Back{}}).at() == "away");
}

TEST_CASE("G1 a long list is leafed through, and a page opened anew begins with its first part") {
    Facts facts;
    facts.health.regions.resize(32, {health::RegionCode("990000")});
    Walk walk;
    walk.comeIn(Role::technician).go(open(Page::network)).go(event::FactsTold{facts});
    const auto leaf = [&walk] { return std::get<PageView>(viewOf(walk.mode)).leaf; };
    CHECK(leaf() == 0);
    walk.go(visit::Touch{touch::ListPage{1}}).go(visit::Touch{touch::ListPage{2}});
    CHECK(leaf() == 3);
    walk.go(visit::Touch{touch::ListPage{1000}});
    CHECK(leaf() == 34); // three services and 32 regions, one at a time
    walk.go(visit::Touch{touch::ListPage{-1000}});
    CHECK(leaf() == 0);
    walk.go(visit::Touch{touch::ListPage{1}}).go(visit::Touch{touch::Back{}});
    walk.go(open(Page::readiness));
    CHECK(leaf() == 0);
}

TEST_CASE("G2 a test is passed by a person's word alone, and kept with the role") {
    Walk walk = atTest(GuidedTest::printer);
    REQUIRE(walk.at() == "testing");
    CHECK(walk.command<command::BeginTest>()->test == GuidedTest::printer);
    CHECK(walk.go(press(Key::yes)).at() == "testing"); // nothing has come out yet
    walk.go(moved(GuidedTest::cardReader, Phase::asking));
    CHECK(walk.state<state::Testing>().view.phase == Phase::running); // another test's
    walk.go(moved(GuidedTest::printer, Phase::asking)).go(press(Key::yes));
    REQUIRE(walk.at() == "inside");
    CHECK(walk.state<state::Inside>().page == Page::tests);
    CHECK(walk.command<command::EndTest>() != nullptr);
    REQUIRE(walk.command<command::KeepResult>() != nullptr);
    CHECK(walk.command<command::KeepResult>()->passed);
    CHECK(walk.command<command::KeepResult>()->role == Role::technician);
}

TEST_CASE("G2 a no is kept as one; a test that is left keeps nothing") {
    Walk walk = atTest(GuidedTest::cardReader);
    const Error gone(ErrorKind::unavailable, "reader.gone", Remedy::technician);
    walk.go(moved(GuidedTest::cardReader, std::unexpected(gone)));
    CHECK(walk.state<state::Testing>().view.error == gone);
    CHECK(walk.go(press(Key::yes)).at() == "testing"); // it did not come out
    walk.go(press(Key::no));
    REQUIRE(walk.command<command::KeepResult>() != nullptr);
    CHECK_FALSE(walk.command<command::KeepResult>()->passed);
    Walk left = atTest(GuidedTest::camera);
    left.go(visit::Touch{touch::Back{}});
    CHECK(left.command<command::KeepResult>() == nullptr);
    CHECK(left.command<command::EndTest>()->test == GuidedTest::camera);
    Walk gaveUp = atTest(GuidedTest::camera);
    gaveUp.wait(kQuietSeconds);
    CHECK(gaveUp.at() == "away");
    CHECK(gaveUp.command<command::EndTest>() != nullptr);
}

TEST_CASE("G2 while the kiosk's part runs there is no result yet, neither yes nor no") {
    Walk walk = atTest(GuidedTest::printer);
    CHECK(walk.go(press(Key::no)).at() == "testing");
    CHECK(walk.go(press(Key::yes)).at() == "testing");
    CHECK(walk.command<command::KeepResult>() == nullptr);
}

TEST_CASE("G2 places on the screen are pressed in the screen's test alone") {
    Walk walk = atTest(GuidedTest::printer);
    for (int at = 0; at < kScreenTargets; ++at)
        walk.go(press(Key::digit, at));
    REQUIRE(walk.at() == "testing");
    CHECK(walk.state<state::Testing>().view.targetsTouched.empty());
}

TEST_CASE("G2 the camera's test keeps its picture when a code is seen") {
    Walk walk = atTest(GuidedTest::camera);
    walk.go(
        event::TestMoved{GuidedTest::camera, Phase::asking, std::make_shared<document::Picture>()});
    walk.go(event::TestMoved{.test = GuidedTest::camera, .phase = Phase::asking, .codeSeen = true});
    CHECK(walk.state<state::Testing>().view.picture != nullptr);
    CHECK(walk.state<state::Testing>().view.codeSeen);
    walk.go(moved(GuidedTest::camera, Phase::asking)); // a code seen once was seen
    CHECK(walk.state<state::Testing>().view.codeSeen);
}

TEST_CASE("G2 the screen is passed when each place was pressed, however often") {
    Walk walk = atTest(GuidedTest::screen);
    for (int at = 0; at < kScreenTargets; ++at) {
        CHECK(walk.at() == "testing");
        walk.go(press(Key::digit, at));
        if (at == 0)
            walk.go(press(Key::digit, at));
    }
    REQUIRE(walk.command<command::KeepResult>() != nullptr);
    CHECK(walk.command<command::KeepResult>()->passed);
}

} // namespace kiosk::staff::tests
