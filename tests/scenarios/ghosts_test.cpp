// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/printing/page_ledger.h"
#include "tests/bench/spool.h"
#include "tests/scenarios/virtual_play.h"

// D9: a sheet nobody waits for any more never comes out, and what came out unseen is found out. The
// whole kiosk, with a printer that keeps what it was given.

namespace kiosk::bench {

namespace {

using drivers::PrintedJob;
using drivers::SimulatedPrinter;
using printing::CopyState;

constexpr int kLongEnough = 60;   ///< seconds for any job to come out
constexpr int kLongestPause = 35; ///< seconds until a slot opens again, and a look later

bool choosesPurpose(VirtualStage& stage) {
    return holds(stage, {play::Touch{"begin"}, play::LayCard{"林云舒"}, play::Touch{"licence.0"},
                         play::Touch{"to-purpose"}, play::Touch{"purpose.school"}});
}

/// Hands a sheet to a printer that has just run out of paper.
bool beginsToPrint(VirtualStage& stage, const play::See& then) {
    return choosesPurpose(stage) &&
           holds(stage, {play::Happen{Happening::paperOut}, play::Touch{"print"}, then});
}

const play::See kWaitsForPaper{.screen = "printing", .text = {"没有纸"}};

/// The only page comes out, and the kiosk does not live to see it.
bool diesWhilePrinting(VirtualStage& stage) {
    return choosesPurpose(stage) &&
           holds(stage, {play::Touch{"print"}, play::See{.screen = "printing"},
                         play::Happen{Happening::kioskKilled}, play::Wait{kLongEnough}});
}

/// Staff load paper, and time passes.
bool paperComes(VirtualStage& stage) {
    return holds(stage, {play::Happen{Happening::paperLoaded}, play::Wait{kLongEnough}});
}

int pagesOut(VirtualStage& stage) {
    REQUIRE(stage.printer().status({})); // it catches up with the clock when it is asked
    int pages = 0;
    for (const PrintedJob& job : stage.printer().jobs())
        pages += job.pagesOut;
    return pages;
}

/// What the ledger on the disk says of the only copy; the kiosk is dead after that.
CopyState stateOfCopy(VirtualStage& stage) {
    REQUIRE(stage.happen(Happening::kioskKilled));
    const auto ledger = printing::PageLedger::open(stage.folder() / "state" / "ledger.db");
    REQUIRE(ledger);
    const auto entries = ledger->list();
    REQUIRE(entries);
    REQUIRE(entries->size() == 1);
    return entries->front().state;
}

/// Does the kiosk call the sheet it once handed over void, had somebody got hold of it?
bool verifiesAsVoid(VirtualStage& stage) {
    const auto file = stage.folder() / "stray.pdf";
    REQUIRE(writeFile(file, stage.printer().jobs().front().document.pdf));
    const auto sheet = lookAtSheet(file);
    REQUIRE(sheet);
    return holds(stage, {play::Touch{"check-copy"}, play::ShowCode{sheet->codeText},
                         play::See{.text = {"编号已作废"}}});
}

} // namespace

TEST_CASE("D9 a kiosk killed while the printer waits for paper leaves no sheet to come out later") {
    const auto stage = openStage();
    REQUIRE(beginsToPrint(*stage, kWaitsForPaper));
    REQUIRE(holds(*stage, {play::Happen{Happening::kioskKilled},
                           play::Happen{Happening::kioskStarted}, play::See{.screen = "start"}}));
    CHECK(paperComes(*stage));
    CHECK(pagesOut(*stage) == 0);
    CHECK(verifiesAsVoid(*stage));
    CHECK(stateOfCopy(*stage) == CopyState::voided);
}

TEST_CASE("D9 a copy given up while the printer was unplugged is cleared when it is plugged in") {
    const auto stage = openStage();
    REQUIRE(beginsToPrint(*stage, kWaitsForPaper));
    stage->printer().setCable(SimulatedPrinter::Cable::pulled);
    constexpr int kNobodyComes = 310;
    REQUIRE(holds(*stage, {play::Wait{kNobodyComes}, play::See{.screen = "trouble"}}));
    stage->printer().setCable(SimulatedPrinter::Cable::plugged);
    REQUIRE(holds(*stage, {play::Wait{kLongestPause}}));
    CHECK(paperComes(*stage));
    CHECK(pagesOut(*stage) == 0);
    CHECK(stateOfCopy(*stage) == CopyState::voided);
}

TEST_CASE("D9 a lost reply leaves no sheet to come out later") {
    const auto stage = openStage();
    stage->printer().setNextReply(SimulatedPrinter::Reply::lost);
    REQUIRE(beginsToPrint(*stage, {.screen = "trouble"}));
    constexpr int kFirstPause = 5; // of a slot, and a look later
    REQUIRE(holds(*stage, {play::Wait{kFirstPause}}));
    CHECK(paperComes(*stage));
    CHECK(pagesOut(*stage) == 0);
    CHECK(stateOfCopy(*stage) == CopyState::voided);
}

TEST_CASE("D9 a slip that waits for paper is not kept for the next person") {
    const auto stage = openStage({.slips = VirtualStage::Slips::sheets});
    REQUIRE(stage->happen(Happening::networkCut));
    REQUIRE(stage->happen(Happening::paperOut));
    REQUIRE(holds(*stage, {play::Touch{"begin"}, play::LayCard{"林云舒"}, play::Touch{"keep"},
                           play::See{.screen = "kept"}, play::Happen{Happening::cardLifted},
                           play::Touch{"finish"}, play::Wait{kLongEnough + 5}}));
    CHECK(stage->printer().jobs().size() == 1);
    CHECK(paperComes(*stage));
    CHECK(pagesOut(*stage) == 0);
}

TEST_CASE("D9 what came out while the kiosk was dead is known when the printer answers at last") {
    const auto stage = openStage();
    REQUIRE(diesWhilePrinting(*stage));
    REQUIRE(pagesOut(*stage) == 1);
    stage->printer().setCable(SimulatedPrinter::Cable::pulled);
    constexpr int kStillStarting = 200;
    REQUIRE(holds(*stage, {play::Happen{Happening::kioskStarted}, play::Wait{kStillStarting}}));
    stage->printer().setCable(SimulatedPrinter::Cable::plugged);
    REQUIRE(holds(*stage, {play::Wait{kLongestPause}}));
    CHECK(stateOfCopy(*stage) == CopyState::taken);
}

TEST_CASE("D9 a printer that does not answer after a start leaves the copy void") {
    const auto stage = openStage();
    REQUIRE(diesWhilePrinting(*stage));
    stage->printer().setCable(SimulatedPrinter::Cable::pulled);
    constexpr int kPatienceOver = 310;
    REQUIRE(holds(*stage, {play::Happen{Happening::kioskStarted}, play::Wait{kPatienceOver}}));
    CHECK(stateOfCopy(*stage) == CopyState::voided);
}

} // namespace kiosk::bench
