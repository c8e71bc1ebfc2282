// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/scenarios/virtual_play.h"
#include "tests/screens/flow/fingers.h"
#include "tests/screens/flow/listening.h"
#include "tests/screens/flow/script.h"

namespace kiosk::flow {

namespace {

using Script = Result<Seen> (*)(bench::VirtualStage&, Way&);

template <typename OneWay, typename... Arguments>
Seen playedBy(Script script, Arguments... arguments) {
    const auto stage = bench::openStage();
    OneWay way(*stage, arguments...);
    const auto seen = script(*stage, way);
    if (!seen)
        FAIL(seen.error().line());
    return *seen;
}

template <typename OneWay, typename... Arguments>
Seen played(Arguments... arguments) {
    return playedBy<OneWay>(printALicence, arguments...);
}

} // namespace

TEST_CASE("A50 from the start to the paper by touch are no more than six steps") {
    const Seen seen = played<Touching>();
    CHECK(seen.steps.size() <= 6);
    CHECK(seen.sheets == 1);
}

TEST_CASE("U3 A26 by keys alone it is the same visit as by touch") {
    CHECK(played<Keying>(Keying::Keys::keypad) == played<Touching>());
}

TEST_CASE("U3 A27 by two switches alone it is the same visit as by touch") {
    CHECK(played<Keying>(Keying::Keys::switches) == played<Touching>());
}

TEST_CASE("U2 A30 by ear alone it is the same visit as by touch, with the same four licences") {
    const Seen heard = played<Listening>();
    CHECK(heard == played<Touching>());
    CHECK(heard.licences.size() == 4);
}

TEST_CASE(
    "A58 A54 staff called and a ticket printed by touch, by keys, by switches: nothing is lost") {
    const Seen touched = playedBy<Touching>(asksForHelp);
    CHECK(touched.sheets == 1);
    CHECK(std::ranges::count(touched.screens, "look") == 2);
    CHECK(playedBy<Keying>(asksForHelp, Keying::Keys::keypad) == touched);
    CHECK(playedBy<Keying>(asksForHelp, Keying::Keys::switches) == touched);
}

TEST_CASE("A57 A58 without card and face one comes to the window with a ticket, by each way in") {
    const Seen touched = playedBy<Touching>(goesToTheWindow);
    CHECK(touched.sheets == 1);
    CHECK(playedBy<Keying>(goesToTheWindow, Keying::Keys::keypad) == touched);
    CHECK(playedBy<Keying>(goesToTheWindow, Keying::Keys::switches) == touched);
}

TEST_CASE("A58 with staff beside one prints by each way in, by ear too, and confirms it oneself") {
    const Seen touched = playedBy<Touching>(goesOnWithStaff);
    CHECK(touched.steps.size() <= 6);
    CHECK(touched.sheets == 1);
    CHECK(std::ranges::count(touched.screens, "confirm-print") == 1);
    CHECK(playedBy<Keying>(goesOnWithStaff, Keying::Keys::keypad) == touched);
    CHECK(playedBy<Keying>(goesOnWithStaff, Keying::Keys::switches) == touched);
    CHECK(playedBy<Listening>(goesOnWithStaff) == touched);
}

TEST_CASE("R5 A50 a relative helps by touch, by keys, by switches, by ear: the same few steps") {
    const Seen touched = playedBy<Touching>(helpsARelative);
    CHECK(touched.steps.size() <= 6);
    CHECK(touched.presses == 4);
    CHECK(playedBy<Keying>(helpsARelative, Keying::Keys::keypad) == touched);
    CHECK(playedBy<Keying>(helpsARelative, Keying::Keys::switches) == touched);
    CHECK(playedBy<Listening>(helpsARelative) == touched);
}

TEST_CASE("A52 whoever uses switches is asked only after five minutes, and any key is an answer") {
    const auto stage = bench::openStage();
    Keying way(*stage, Keying::Keys::switches);
    REQUIRE(way.press("begin"));
    const auto askedAfter = [&](int seconds) {
        for (int i = 0; i < seconds; ++i)
            CHECK(stage->pass(std::chrono::seconds(1)));
        return stage->view().idleSecondsLeft.has_value();
    };
    CHECK_FALSE(askedAfter(298));
    CHECK(askedAfter(3));
    stage->visit().switchUsed();
    CHECK_FALSE(stage->view().idleSecondsLeft);
    CHECK(stage->screen().id == "identify");
}

TEST_CASE("A12 everything is as it was at the end of a visit, and by one press before without a "
          "step lost") {
    const auto stage = bench::openStage();
    visit::Visit& visit = stage->visit();
    visit.touch(visit::touch::Begin{});
    visit.touch(visit::touch::SetVersion{visit::Version::elder});
    visit.touch(visit::touch::SetReach{visit::Reach::low});
    visit.touch(visit::touch::SetTheme{visit::Theme::yellowOnBlack});
    CHECK(stage->view().settings != visit::Settings{});
    visit.touch(visit::touch::ResetSettings{});
    CHECK(stage->view().settings == visit::Settings{});
    CHECK(stage->screen().id == "identify");
    visit.touch(visit::touch::SetReach{visit::Reach::low});
    visit.touch(visit::touch::StartOver{});
    CHECK(stage->view().settings == visit::Settings{});
}

} // namespace kiosk::flow
