// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/unit/staff/staff_words.h"

namespace kiosk::staff::tests {

namespace {

Event moved(SoakEnd end, int rounds = 3) {
    return event::SoakMoved{
        {.report = {.planned = kSoakTimes[0], .rounds = rounds, .end = end}, .endsAt = "18:10"}};
}

/// With a soak of ten minutes under way.
Walk soaking() {
    Walk walk;
    walk.comeIn(Role::technician).go(open(Page::soak)).go(press(kSoakKey, 0));
    return walk;
}

} // namespace

TEST_CASE("G2 a technician begins a soak of a time that is offered, and nobody of another") {
    Walk walk = soaking();
    CHECK(walk.at() == "soaking");
    REQUIRE(walk.command<command::BeginSoak>() != nullptr);
    CHECK(walk.command<command::BeginSoak>()->time == std::chrono::minutes(10));
    CHECK(walk.command<command::BeginSoak>()->role == Role::technician);
    for (const int at : {-1, static_cast<int>(kSoakTimes.size())}) {
        Walk other;
        other.comeIn(Role::technician).go(open(Page::soak)).go(press(kSoakKey, at));
        CHECK(other.at() == "inside");
    }
    Walk attendant;
    attendant.comeIn(Role::attendant).go(open(Page::soak)).go(press(kSoakKey, 0));
    CHECK(attendant.command<command::BeginSoak>() == nullptr);
}

TEST_CASE("G2 S1 a soak waits for nobody's touch, and then gives the kiosk back by itself") {
    Walk walk = soaking();
    walk.wait(8 * 3600);
    CHECK(walk.at() == "soaking");
    CHECK_FALSE(askedSecondsLeft(walk.mode));
    walk.go(moved(SoakEnd::time));
    CHECK(walk.at() == "soaking");
    walk.wait(kQuietSeconds - 1);
    CHECK(askedSecondsLeft(walk.mode) == 1);
    walk.wait(1);
    CHECK(walk.at() == "away");
}

TEST_CASE("G2 S1 whoever presses on a soak ends it, and comes to no page of the staff") {
    Walk walk = soaking();
    walk.go(press(kStopKey));
    REQUIRE(walk.command<command::EndSoak>() != nullptr);
    CHECK(walk.command<command::EndSoak>()->why == SoakEnd::stopped);
    walk.go(moved(SoakEnd::stopped)).go(press(kStopKey));
    CHECK(walk.commands.empty()); // it is over
    walk.go(open(Page::menu)).go(begin(GuidedTest::printer)).go(press(Key::yes));
    CHECK(walk.at() == "soaking");
    walk.go(visit::Touch{visit::touch::Back{}});
    CHECK(walk.at() == "away");
    CHECK(walk.command<command::EndSoak>() == nullptr);
    CHECK(walk.command<command::Record>()->what == "closed");
}

TEST_CASE("G2 a soak that is left, or that somebody needs the kiosk for, ends there and then") {
    Walk left = soaking();
    left.go(visit::Touch{visit::touch::StartOver{}});
    CHECK(left.at() == "away");
    REQUIRE(left.command<command::EndSoak>() != nullptr);
    CHECK(left.command<command::EndSoak>()->why == SoakEnd::stopped);
    Walk served = soaking();
    served.go(event::Served{});
    CHECK(served.at() == "away");
    REQUIRE(served.command<command::EndSoak>() != nullptr);
    CHECK(served.command<command::EndSoak>()->why == SoakEnd::served);
    served.go(moved(SoakEnd::served)); // its last word comes when the screen is the citizens' again
    CHECK(served.at() == "away");
}

TEST_CASE("G2 the screen of a soak shows what it has found so far") {
    Walk walk = soaking();
    walk.go(moved(SoakEnd::none, 42));
    const auto view = std::get<SoakView>(viewOf(walk.mode));
    CHECK(view.report.rounds == 42);
    CHECK(view.endsAt == "18:10");
}

} // namespace kiosk::staff::tests
