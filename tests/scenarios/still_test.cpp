// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/scenarios/virtual_play.h"

// A kiosk that nobody uses: what it still does.

namespace kiosk::bench {

namespace {

constexpr int kMinute = 60;
constexpr int kHour = 60 * kMinute;

void wait(VirtualStage& stage, int seconds) {
    REQUIRE(holds(stage, {play::Wait{seconds}}));
}

/// How often the screen could be drawn anew in ten minutes from now.
int picturesIn10Minutes(VirtualStage& stage) {
    int pictures = 0;
    stage.watchScreens([&pictures](const kit::Node&) { ++pictures; });
    wait(stage, 10 * kMinute);
    stage.watchScreens({});
    return pictures;
}

} // namespace

TEST_CASE("a start screen nobody touches changes with its clock only, once a minute") {
    const auto stage = openStage();
    wait(*stage, kMinute);
    CHECK(picturesIn10Minutes(*stage) == 10);
}

TEST_CASE("a kiosk at rest wakes up to ask its devices and regions, and for nothing else") {
    const auto stage = openStage();
    wait(*stage, 5 * kMinute);
    const std::size_t before = stage->thingsDone();
    wait(*stage, 16 * kMinute);
    // Printers, the other devices, the regions and the clock every minute; the cabinet here, which
    // does not wait, begins and ends a round a second, and once a second a staff card is looked
    // for.
    CHECK(stage->thingsDone() - before <= 4 * 16 + 2 + 3 * 16 * kMinute);
}

TEST_CASE("a visit begun after hours of rest counts its seconds at once") {
    const auto stage = openStage();
    wait(*stage, 2 * kHour);
    REQUIRE(stage->touch("begin"));
    wait(*stage, 119);
    CHECK_FALSE(stage->view().idleSecondsLeft);
    wait(*stage, 2);
    CHECK(stage->view().idleSecondsLeft);
}

TEST_CASE("A12 U5 settings that somebody left on the start screen go back by themselves") {
    const auto stage = openStage();
    stage->visit().touch(visit::touch::SetLanguage{{"ug"}});
    wait(*stage, 119);
    CHECK(stage->view().settings.language.tag == "ug");
    wait(*stage, 2);
    CHECK(stage->view().settings == visit::Settings{});

    stage->visit().touch(visit::touch::OpenLanguages{});
    wait(*stage, 121);
    CHECK(stage->view().panel == visit::Panel::none);
    CHECK(picturesIn10Minutes(*stage) == 10);
}

TEST_CASE("A12 whoever changes settings on the start screen and waits for staff keeps both") {
    const auto stage = openStage();
    stage->visit().touch(visit::touch::SetLanguage{{"ug"}});
    stage->visit().touch(visit::touch::CallStaff{});
    wait(*stage, 290);
    CHECK(stage->view().settings.language.tag == "ug");
    CHECK(stage->view().staffCalled);
}

} // namespace kiosk::bench
