// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/printing/page_ledger.h"
#include "tests/scenarios/virtual_play.h"

// D11: the whole kiosk with a cabinet around it.

namespace kiosk::bench {

namespace {

using drivers::FlashRate;
using drivers::Part;
using printing::CopyState;

bool comesToPrint(VirtualStage& stage) {
    return holds(stage, {play::Touch{"begin"}, play::LayCard{"林云舒"}, play::Touch{"licence.0"},
                         play::Touch{"to-purpose"}, play::Touch{"purpose.school"}});
}

int pagesOut(VirtualStage& stage) {
    REQUIRE(stage.printer().status({})); // it catches up with the clock when it is asked
    int pages = 0;
    for (const drivers::PrintedJob& job : stage.printer().jobs())
        pages += job.pagesOut;
    return pages;
}

/// The kiosk is dead after that.
std::vector<CopyState> statesOfCopies(VirtualStage& stage) {
    REQUIRE(holds(stage, {play::Happen{Happening::kioskKilled}}));
    const auto ledger = printing::PageLedger::open(stage.folder() / "state" / "ledger.db");
    REQUIRE(ledger);
    const auto entries = ledger->list();
    REQUIRE(entries);
    std::vector<CopyState> states;
    for (const printing::LedgerEntry& entry : *entries)
        states.push_back(entry.state);
    return states;
}

} // namespace

TEST_CASE("D11 a door opened in the middle of a print leaves no sheet and no good copy") {
    const auto stage = openStage();
    REQUIRE(comesToPrint(*stage));
    REQUIRE(holds(*stage, {play::Happen{Happening::paperOut}, play::Touch{"print"},
                           play::See{.screen = "printing", .text = {"没有纸"}}}));
    CHECK(holds(*stage, {play::Happen{Happening::doorOpened},
                         play::See{.screen = "out-of-service", .text = {"正在检修"}},
                         play::Happen{Happening::paperLoaded}, play::Wait{60},
                         play::See{.screen = "out-of-service"}}));
    CHECK(pagesOut(*stage) == 0);
    CHECK(holds(*stage, {play::Happen{Happening::doorClosed}, play::See{.screen = "start"}}));
    CHECK(pagesOut(*stage) == 0);
    CHECK(statesOfCopies(*stage) == std::vector{CopyState::voided});
}

TEST_CASE("D11 on battery the sheet under way comes out, then nobody begins") {
    const auto stage = openStage();
    REQUIRE(comesToPrint(*stage));
    REQUIRE(holds(*stage, {play::Touch{"copies.more"}, play::Touch{"print"},
                           play::See{.screen = "printing"}}));
    CHECK(holds(*stage, {play::Happen{Happening::mainsLost}, play::See{.screen = "take"},
                         play::Touch{"finish"},
                         play::See{.screen = "out-of-service", .text = {"备用电源"}}}));
    CHECK(pagesOut(*stage) == 1);
    CHECK(holds(*stage, {play::Happen{Happening::mainsBack}, play::See{.screen = "start"}}));
}

TEST_CASE("D11 the call key lights the lamp, and the screen says that somebody comes") {
    const auto stage = openStage();
    CHECK(holds(*stage, {play::Happen{Happening::callKeyPressed},
                         play::See{.screen = "help", .text = {"已呼叫"}}}));
    CHECK(stage->cabinet().shown(Part::callLamp) == FlashRate::continuous);
    CHECK(holds(*stage, {play::Wait{310}}));
    CHECK(stage->cabinet().shown(Part::callLamp) == FlashRate::off);
}

TEST_CASE("U2 a headset plugged in the middle of a visit is known, and so is its going") {
    const auto stage = openStage();
    REQUIRE(holds(*stage, {play::Touch{"begin"}, play::See{.screen = "identify"}}));
    CHECK_FALSE(stage->view().headsetPlugged);
    REQUIRE(holds(*stage, {play::Happen{Happening::headsetPlugged}, play::Wait{1}}));
    CHECK(stage->view().headsetPlugged);
    REQUIRE(holds(*stage, {play::Happen{Happening::headsetPulled}, play::Wait{1},
                           play::See{.screen = "identify"}}));
    CHECK_FALSE(stage->view().headsetPlugged);
}

TEST_CASE("D11 whoever was sent away leaves the screen to the next in the usual settings") {
    const auto stage = openStage();
    REQUIRE(holds(*stage, {play::Touch{"language"}, play::Touch{"language.en"},
                           play::Touch{"begin"}, play::Happen{Happening::doorOpened},
                           play::See{.screen = "out-of-service", .text = {"being serviced"}}}));
    CHECK(holds(*stage, {play::Wait{130}, play::See{.text = {"正在检修"}}}));
}

TEST_CASE("D5 the lights go along with the visit") {
    const auto stage = openStage();
    CHECK(stage->cabinet().shown(Part::cardLight) == FlashRate::off);
    REQUIRE(holds(*stage, {play::Touch{"begin"}, play::See{.screen = "identify"}}));
    CHECK(stage->cabinet().shown(Part::cardLight) == FlashRate::slow);
    REQUIRE(holds(*stage, {play::LayCard{"林云舒"}, play::Touch{"licence.0"},
                           play::Touch{"to-purpose"}, play::Touch{"purpose.school"}}));
    CHECK(stage->cabinet().shown(Part::cardLight) == FlashRate::off);
    REQUIRE(holds(*stage, {play::Touch{"print"}, play::See{.screen = "take"}}));
    CHECK(stage->cabinet().shown(Part::paperLight) == FlashRate::slow);
}

} // namespace kiosk::bench
