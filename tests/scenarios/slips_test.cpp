// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include <catch2/catch.hpp>

#include "tests/scenarios/virtual_play.h"

// Where the slip of a kept wish comes out. The whole kiosk, its receipt printer behind the real
// driver.

namespace kiosk::bench {

namespace {

using Fault = tests::ReceiptPrinterModel::Fault;
using Slips = VirtualStage::Slips;

constexpr int kLongEnough = 65; ///< seconds until nobody waits for a slip any more

bool keepsAWish(VirtualStage& stage) {
    return holds(stage, {play::Happen{Happening::networkCut}, play::Touch{"begin"},
                         play::LayCard{"林云舒"},
                         play::See{.screen = "offer-to-keep", .withinSeconds = 60},
                         play::Touch{"keep"}, play::See{.screen = "kept"}});
}

bool passes(VirtualStage& stage, int seconds) {
    return holds(stage, {play::Wait{seconds}});
}

bool leaves(VirtualStage& stage) {
    return holds(stage, {play::Happen{Happening::cardLifted}, play::Touch{"finish"},
                         play::See{.screen = "start"}});
}

std::size_t sheetsOut(VirtualStage& stage) {
    return stage.printer().jobs().size();
}

} // namespace

TEST_CASE("Q4 the slip of a kept wish comes out of the receipt printer, once, and no sheet") {
    const auto stage = openStage();
    REQUIRE(keepsAWish(*stage));
    CHECK(holds(*stage, {play::See{.text = {"请取走凭条"}}}));
    REQUIRE(passes(*stage, kLongEnough));
    CHECK(stage->slips() == 1);
    CHECK(sheetsOut(*stage) == 0);
    if (const char* folder = std::getenv("KIOSK_PICTURES"))
        REQUIRE(tests::writePng(stage->receiptPrinter().strips().front(),
                                std::filesystem::path(folder) / "kept-slip.png"));
}

TEST_CASE("Q4 without a receipt printer the slip comes out as a sheet") {
    const auto stage = openStage({.slips = Slips::sheets});
    REQUIRE(keepsAWish(*stage));
    CHECK(holds(*stage, {play::See{.text = {"请取走凭条"}}}));
    CHECK(sheetsOut(*stage) == 1);
    CHECK(stage->slips() == 0);
}

TEST_CASE("Q4 a slip that does not come is never called printed, whatever keeps it") {
    const std::pair<Fault, std::string> troubles[] = {{Fault::paperOut, "打印机没有纸了"},
                                                      {Fault::coverOpen, "打印机的盖子开着"},
                                                      {Fault::cutterJam, "卡纸"},
                                                      {Fault::mute, "打印机还没有准备好"}};
    for (const auto& [fault, words] : troubles) {
        const auto stage = openStage();
        stage->receiptPrinter().begin(fault);
        REQUIRE(keepsAWish(*stage));
        CHECK(holds(*stage, {play::See{.text = {words, "请记下或拍下"},
                                       .absent = {"请取走凭条"},
                                       .nodes = {"pickup-number"}}}));
    }
    const auto stage = openStage({.slips = Slips::sheets});
    REQUIRE(stage->happen(Happening::paperOut));
    REQUIRE(keepsAWish(*stage));
    CHECK(holds(*stage,
                {play::See{.text = {"打印机没有纸了", "请记下或拍下"}, .absent = {"请取走凭条"}}}));
}

TEST_CASE("Q4 a roll loaded in front of the person still brings the slip, whole and once") {
    const auto stage = openStage();
    REQUIRE(stage->happen(Happening::rollOut));
    REQUIRE(keepsAWish(*stage));
    REQUIRE(
        holds(*stage, {play::See{.text = {"打印机没有纸了"}}, play::Happen{Happening::rollLoaded},
                       play::See{.text = {"请取走凭条"}, .absent = {"打印机没有纸了"}}}));
    CHECK(stage->slips() == 1);
}

TEST_CASE("D9 a slip that stuck on its way is not finished when nobody waits for it any more") {
    const auto stage = openStage();
    constexpr std::size_t kHalfWay = 100;
    stage->receiptPrinter().beginAfter(kHalfWay, Fault::paperOut);
    REQUIRE(keepsAWish(*stage));
    REQUIRE(holds(*stage, {play::See{.text = {"打印机没有纸了"}}}));
    REQUIRE(leaves(*stage));
    REQUIRE(passes(*stage, 2));
    REQUIRE(stage->happen(Happening::rollLoaded));
    REQUIRE(passes(*stage, kLongEnough));
    CHECK(stage->receiptPrinter().rowsBurned() == kHalfWay);
    CHECK(stage->receiptPrinter().rowsUncut() == 0); // nor does the next person tear it off
}

TEST_CASE("D9 a kiosk killed while a slip is stuck leaves nothing to come out later") {
    const auto stage = openStage();
    constexpr std::size_t kHalfWay = 100;
    stage->receiptPrinter().beginAfter(kHalfWay, Fault::paperOut);
    REQUIRE(keepsAWish(*stage));
    REQUIRE(holds(*stage, {play::Happen{Happening::kioskKilled},
                           play::Happen{Happening::kioskStarted}, play::See{.screen = "start"}}));
    REQUIRE(passes(*stage, 5));
    REQUIRE(stage->happen(Happening::rollLoaded));
    REQUIRE(passes(*stage, kLongEnough));
    CHECK(stage->receiptPrinter().rowsBurned() == kHalfWay);
}

} // namespace kiosk::bench
