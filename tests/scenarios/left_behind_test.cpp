// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/scenarios/blank_reader.h"
#include "tests/scenarios/virtual_play.h"

// D5: what a citizen does not take along, at a kiosk whose printer sees the sheets that came out.

namespace kiosk::bench {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view kCard = "读卡区还有一张身份证";
constexpr std::string_view kSheet = "出纸口还有纸没有取走";

std::unique_ptr<VirtualStage> openWithExitSensor() {
    return openStage({.printer = {.exit = drivers::SimulatedPrinterOptions::Exit::seesSheets,
                                  .pageTime = 1500ms},
                      .documents = [] { return blankReader(1); }});
}

bool prints(VirtualStage& stage) {
    return holds(stage, {play::Touch{"begin"}, play::LayCard{"林云舒"}, play::Touch{"licence.0"},
                         play::Touch{"to-purpose"}, play::Touch{"purpose.school"},
                         play::Touch{"print"}, play::See{.screen = "take", .withinSeconds = 60}});
}

} // namespace

TEST_CASE("D5 whoever walks away from card and sheet leaves a reminder and nothing else") {
    const auto stage = openWithExitSensor();
    REQUIRE(prints(*stage));
    constexpr int kWiped = 20; // seconds of the take screen
    REQUIRE(holds(*stage, {play::Wait{kWiped}}));
    CHECK(holds(*stage, {play::See{.screen = "start",
                                   .text = {std::string(kCard), std::string(kSheet)},
                                   .absent = {"林"},
                                   .withinSeconds = 2}}));
    stage->printer().takeSheets();
    CHECK(holds(*stage, {play::See{.text = {std::string(kCard)},
                                   .absent = {std::string(kSheet)},
                                   .withinSeconds = 2}}));
    CHECK(holds(*stage, {play::Happen{Happening::cardLifted},
                         play::See{.absent = {std::string(kCard)}, .withinSeconds = 2}}));
}

TEST_CASE("D5 who leaves in the middle is called back from the start screen too") {
    const auto stage = openStage();
    REQUIRE(holds(*stage, {play::Touch{"begin"}, play::LayCard{"林云舒"},
                           play::See{.screen = "choose"}, play::Touch{"start-over"},
                           play::See{.screen = "start",
                                     .text = {std::string(kCard)},
                                     .absent = {"林"},
                                     .withinSeconds = 2}}));
}

TEST_CASE("D5 a sound calls back within two seconds, now and then, and not for ever") {
    const auto stage = openWithExitSensor();
    REQUIRE(prints(*stage));
    REQUIRE(holds(*stage, {play::Wait{5}}));
    CHECK(stage->view().reminders == 0); // they are still here
    REQUIRE(holds(*stage, {play::Touch{"finish"}, play::Wait{2}}));
    CHECK(stage->view().reminders == 1);
    REQUIRE(holds(*stage, {play::Wait{10}}));
    CHECK(stage->view().reminders == 2);
    REQUIRE(holds(*stage, {play::Wait{240}}));
    CHECK(stage->view().reminders == 6);
    CHECK(stage->look().shows(kCard));
    REQUIRE(holds(*stage, {play::Wait{60}}));
    CHECK_FALSE(stage->look().shows(kCard)); // whoever it was is gone
}

TEST_CASE("D5 who takes card and sheet along is not reminded of them") {
    const auto stage = openWithExitSensor();
    REQUIRE(prints(*stage));
    stage->printer().takeSheets();
    REQUIRE(holds(*stage, {play::Happen{Happening::cardLifted}, play::Touch{"finish"}}));
    for (int i = 0; i < 40; ++i) {
        REQUIRE(stage->pass(100ms));
        CHECK_FALSE(stage->look().shows(kCard));
        CHECK_FALSE(stage->look().shows(kSheet));
    }
    CHECK(stage->view().reminders == 0);
}

TEST_CASE("D5 D11 the light at the reader hurries for a card that lies there after the visit") {
    const auto stage = openWithExitSensor();
    REQUIRE(prints(*stage));
    REQUIRE(holds(*stage, {play::Touch{"finish"}, play::Wait{2}}));
    CHECK(stage->cabinet().shown(drivers::Part::cardLight) == drivers::FlashRate::quick);
    CHECK(stage->cabinet().shown(drivers::Part::paperLight) == drivers::FlashRate::quick);
    REQUIRE(holds(*stage, {play::Happen{Happening::cardLifted}, play::Wait{2}}));
    CHECK(stage->cabinet().shown(drivers::Part::cardLight) == drivers::FlashRate::off);
}

} // namespace kiosk::bench
