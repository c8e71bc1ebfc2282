// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/scenarios/virtual_play.h"

// A soak of the whole kiosk on a clock that is moved (G2): its real parts around virtual
// devices.

namespace kiosk::bench {

namespace {

/// Longer than the shortest soak by a round.
constexpr int kTenMinutes = 603;
/// Longer than a screen of the staff's waits for a touch.
constexpr int kUntouched = 185;

std::vector<Play> comeIn() {
    std::vector<Play> plays{play::Happen{Happening::technicianCardLaid},
                            play::See{.screen = "staff-pin"}};
    for (const char digit : std::string_view("314159"))
        plays.push_back(play::Touch{std::string("digit.") + digit});
    plays.push_back(play::Touch{"enter"});
    plays.push_back(play::See{.screen = "staff-menu"});
    plays.push_back(play::Touch{"open.soak"});
    return plays;
}

std::unique_ptr<VirtualStage> soaking() {
    auto stage = openStage();
    REQUIRE(holds(*stage, {play::Wait{5}}));
    REQUIRE(holds(*stage, comeIn()));
    REQUIRE(holds(*stage, {play::Touch{"soak.10"}, play::See{.screen = "staff-soak-running"},
                           play::Happen{Happening::staffCardLifted}}));
    return stage;
}

} // namespace

TEST_CASE("G2 a kiosk holds out a short soak untouched, gives itself back, and keeps the result") {
    const auto stage = soaking();
    CHECK(holds(*stage, {play::Wait{kTenMinutes},
                         play::See{.screen = "staff-soak-over", .text = {"测试完成，没有出错"}},
                         play::Wait{kUntouched}, play::See{.screen = "start"}}));
    REQUIRE(holds(*stage, comeIn()));
    CHECK(
        holds(*stage, {play::See{.screen = "staff-soak", .text = {"上次", "测试完成，没有出错"}}}));
    CHECK(stage->sheets().value().empty());
}

TEST_CASE("G2 a reader pulled during a soak is named by it, with the round") {
    const auto stage = soaking();
    CHECK(holds(*stage,
                {play::Wait{6}, play::Happen{Happening::readerUnplugged}, play::Wait{kTenMinutes},
                 play::See{.screen = "staff-soak-over",
                           .text = {"测试中有部件出错", "身份证读卡器", "从第"}}}));
}

TEST_CASE("G2 a citizen can begin again as soon as somebody has ended a soak") {
    const auto stage = soaking();
    CHECK(holds(*stage, {play::Touch{"start-over"}, play::See{.screen = "start"},
                         play::Touch{"begin"}, play::See{.screen = "identify"}}));
}

} // namespace kiosk::bench
