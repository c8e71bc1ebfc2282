// SPDX-License-Identifier: Apache-2.0
// The kiosk's part of a guided test without its screen, on a clock that is moved.
#include <catch2/catch.hpp>

#include "drivers/camera/simulated/simulated_camera.h"
#include "drivers/card_reader/simulated/simulated_card_reader.h"
#include "drivers/code_reader/decoder.h"
#include "drivers/printer/simulated/simulated_printer.h"
#include "firmware/app/kioskctl/guided_run.h"
#include "tests/support/code_pictures.h"
#include "tests/support/manual_clock.h"
#include "tests/support/sample_card.h"

namespace kiosk::app {

namespace {

using namespace std::chrono_literals;
using staff::GuidedTest;

/// Three devices without wires; `meanwhile` is called each time somebody waits.
struct Bench {
    tests::ManualClock clock;
    EventLoop loop{clock};
    InlineWorker worker;
    std::shared_ptr<drivers::SimulatedCardReader> reader =
        std::make_shared<drivers::SimulatedCardReader>();
    std::shared_ptr<drivers::SimulatedPrinter> printer =
        std::make_shared<drivers::SimulatedPrinter>(
            clock, drivers::SimulatedPrinterOptions{.pageTime = 3s});
    std::shared_ptr<drivers::SimulatedCamera> camera = std::make_shared<drivers::SimulatedCamera>();
    drivers::Slot<drivers::CardReader> readerSlot{[this] { return reader; }, clock};
    drivers::Slot<drivers::Printer> printerSlot{[this] { return printer; }, clock};
    printing::PrinterCare care{printerSlot};
    drivers::Slot<drivers::Camera> cameraSlot{[this] { return camera; }, clock};
    std::function<std::optional<drivers::Code>(const drivers::Frame&)> readCode = drivers::decode;
    staff::TestPlace place{.loop = loop,
                           .reader = readerSlot,
                           .readerWorker = worker,
                           .camera = {loop, cameraSlot, worker, worker, readCode},
                           .printer = {care, worker},
                           .printPage = [this](const std::stop_token& stop) {
                               return care.print(
                                   {.pdf = page().pdf, .pages = 1, .jobName = "test page"},
                                   [](const drivers::PrinterStatus&) { return Result<>(); }, stop);
                           }};
    std::function<void()> meanwhile = [] {};
    SteadyTime began = clock.steady();

    static document::Sheet page() {
        return staff::testPage(
                   [](const auto&, std::string_view key, auto) { return std::string(key); }, "here",
                   tests::ManualClock().wall())
            .value();
    }
    Result<KioskPart> run(GuidedTest test) {
        GuidedRun run(place, {clock, [this](std::chrono::milliseconds time) {
                                  meanwhile();
                                  clock.advance(time);
                              }});
        return run.carryOut(test);
    }
    std::chrono::seconds took() const {
        return std::chrono::duration_cast<std::chrono::seconds>(clock.steady() - began);
    }
};

} // namespace

TEST_CASE("G2 without a screen a card is waited for, read, and judged by a person") {
    Bench bench;
    bench.meanwhile = [&] {
        if (bench.took() >= 10s)
            bench.reader->lay(tests::sampleCard());
    };
    const auto came = bench.run(GuidedTest::cardReader);
    REQUIRE(came);
    CHECK_FALSE(came->failed);
    CHECK(bench.took() >= 10s);
    CHECK(bench.took() < 12s);
}

TEST_CASE("G2 without a screen nobody waits for ever: no card, no code, no picture, no page") {
    Bench bench;
    SECTION("no card") {
        CHECK(bench.run(GuidedTest::cardReader).error().code() == "card.none");
        CHECK(bench.took() == GuidedRun::kForAPerson);
    }
    SECTION("no code") {
        bench.camera->show(tests::plainFrame(64, 48, 0));
        const auto came = bench.run(GuidedTest::camera);
        CHECK(came.error().code() == "test.no-code");
        CHECK(came.error().detail().ends_with(", camera.covered"));
        CHECK(bench.took() == GuidedRun::kForACode);
        CHECK_FALSE(bench.camera->capturing());
    }
    SECTION("no page, and none later") {
        // Whoever stands there has nothing to do: it prints, and never says that it is done.
        bench.printer = std::make_shared<drivers::SimulatedPrinter>(bench.clock);
        CHECK(bench.run(GuidedTest::printer).error().code() == "test.no-page");
        CHECK(bench.took() >= GuidedRun::kForAPage);
        REQUIRE(bench.printer->jobs().size() == 1);
        CHECK_FALSE(bench.printer->advancePage());
    }
}

TEST_CASE("G2 without a screen a page is followed until it is out") {
    Bench bench;
    const auto came = bench.run(GuidedTest::printer);
    REQUIRE(came);
    REQUIRE_FALSE(came->failed);
    CHECK(bench.printer->jobs().front().pagesOut == 1);
}

TEST_CASE("G2 without a screen a device that fails says who must act, and lets go") {
    Bench bench;
    SECTION("the reader is gone") {
        bench.reader->unplug();
        const auto came = bench.run(GuidedTest::cardReader);
        REQUIRE(came->failed);
        CHECK(came->failed->code() == "reader.gone");
        CHECK(came->failed->remedy() == Remedy::technician);
    }
    SECTION("the tray is empty") {
        bench.printer->putSheets(0);
        const auto came = bench.run(GuidedTest::printer);
        REQUIRE(came->failed);
        CHECK(came->failed->code() == "printer.paper-out");
        CHECK(came->failed->remedy() == Remedy::attendant);
        bench.printer->putSheets(10);
        CHECK_FALSE(bench.printer->advancePage());
        CHECK(bench.printer->lifePages() == 1000);
    }
    SECTION("the camera is pulled out") {
        bench.camera->show(tests::plainFrame(64, 48, 128));
        bench.meanwhile = [&] {
            if (bench.took() >= 3s)
                bench.camera->setFault(drivers::SimulatedCamera::Fault::unplugged);
        };
        const auto came = bench.run(GuidedTest::camera);
        REQUIRE(came->failed);
        CHECK(came->failed->code() == "camera.gone");
    }
}

TEST_CASE("G2 without a screen a code before the camera is enough, and the camera goes off") {
    Bench bench;
    bench.camera->show(tests::drawCode("LK1:990000"));
    const auto came = bench.run(GuidedTest::camera);
    REQUIRE(came);
    CHECK_FALSE(came->failed);
    CHECK(bench.took() < 2s);
    CHECK_FALSE(bench.camera->capturing());
}

} // namespace kiosk::app
