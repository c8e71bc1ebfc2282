// SPDX-License-Identifier: Apache-2.0
// A soak of the simulated devices on a clock that is moved.
#include <catch2/catch.hpp>

#include "drivers/camera/simulated/simulated_camera.h"
#include "drivers/card_reader/simulated/simulated_card_reader.h"
#include "drivers/printer/simulated/simulated_printer.h"
#include "firmware/staff/soak.h"
#include "tests/support/manual_clock.h"

namespace kiosk::staff {

namespace {

using namespace std::chrono_literals;

struct Bench {
    tests::ManualClock clock;
    EventLoop loop{clock};
    InlineWorker worker;
    std::shared_ptr<drivers::SimulatedCardReader> reader =
        std::make_shared<drivers::SimulatedCardReader>();
    std::shared_ptr<drivers::SimulatedPrinter> printer =
        std::make_shared<drivers::SimulatedPrinter>(clock);
    std::shared_ptr<drivers::SimulatedCamera> camera = std::make_shared<drivers::SimulatedCamera>();
    drivers::Slot<drivers::CardReader> readerSlot{[this] { return reader; }, clock};
    drivers::Slot<drivers::Printer> printerSlot{[this] { return printer; }, clock};
    printing::PrinterCare care{printerSlot};
    drivers::Slot<drivers::Camera> cameraSlot{[this] { return camera; }, clock};
    std::function<std::optional<drivers::Code>(const drivers::Frame&)> readCode;
    int writes = 0;
    health::Outcome store;
    health::Footprint held{.memory = 100'000'000, .files = 40};
    std::vector<SoakReport> told;
    std::function<void(const SoakReport&)> each = [](const SoakReport&) {};
    Soak soak{{.at = {.loop = loop,
                      .reader = readerSlot,
                      .readerWorker = worker,
                      .camera = {loop, cameraSlot, worker, worker, readCode},
                      .printer = {care, worker},
                      .printPage = {}},
               .clock = clock,
               .worker = worker,
               .store =
                   [this] {
                       ++writes;
                       return store;
                   },
               .footprint = [this] { return held; }},
              [this](const SoakReport& report) {
                  told.push_back(report);
                  each(report);
              }};

    Bench() { camera->show({.width = 4, .height = 4, .luma = std::vector<std::uint8_t>(16)}); }
    bool isOver() const { return !told.empty() && told.back().end != SoakEnd::none; }
    /// Moves the clock from timer to timer until it is over, or for ever so long.
    const SoakReport& run(std::chrono::minutes time) {
        soak.begin(time);
        for (int turn = 0; turn < 100'000 && !isOver(); ++turn) {
            loop.runReady();
            if (const auto next = loop.nextDeadline(); next && !isOver())
                clock.advance(std::chrono::ceil<std::chrono::milliseconds>(*next - clock.steady()));
        }
        REQUIRE(isOver());
        return told.back();
    }
};

} // namespace

TEST_CASE("G2 a short soak of every part holds out, without a page, and ends by itself") {
    Bench bench;
    const SoakReport& report = bench.run(10min);
    CHECK(isPassed(report));
    CHECK(report.failures.empty());
    CHECK(report.lasted == 10min);
    CHECK(report.rounds == 601); // one a second, and one at the beginning
    CHECK(bench.told.size() == 601);
    CHECK(bench.writes == 61);
    CHECK(bench.printer->jobs().empty());
    CHECK(bench.printer->lifePages() == 1000);
    CHECK_FALSE(bench.camera->capturing());
    CHECK_FALSE(bench.loop.nextDeadline()); // nothing goes on
}

TEST_CASE("G2 a reader that fails in round 7 is counted from there, and the rest goes on") {
    Bench bench;
    bench.each = [&](const SoakReport& report) {
        if (report.rounds == 6)
            bench.reader->unplug();
    };
    const SoakReport& report = bench.run(10min);
    CHECK_FALSE(isPassed(report));
    CHECK(report.rounds == 601);
    REQUIRE_FALSE(report.failures.empty());
    for (const SoakFailure& failure : report.failures)
        CHECK(failure.part == SoakPart::cardReader);
    CHECK(report.failures.front().why == health::Cause("reader.gone", Remedy::technician));
    CHECK(report.failures.front().firstRound == 7);
}

TEST_CASE("G2 a fault that comes and goes is counted as often as it came") {
    Bench bench;
    bench.each = [&](const SoakReport& report) {
        bench.camera->setFault(report.rounds == 6 ? drivers::SimulatedCamera::Fault::silent
                                                  : drivers::SimulatedCamera::Fault::none);
        bench.printer->setVoice(report.rounds == 8 ? drivers::SimulatedPrinter::Voice::mute
                                                   : drivers::SimulatedPrinter::Voice::answers);
        bench.store = report.rounds == 30
                          ? health::Outcome{health::Cause("store.not-writable", Remedy::technician)}
                          : health::Outcome{};
    };
    const SoakReport& report = bench.run(10min);
    REQUIRE(report.failures.size() >= 3);
    CHECK(report.failures[0].part == SoakPart::camera);
    CHECK(report.failures[0].firstRound == 7);
    CHECK(report.failures[1].part == SoakPart::printer);
    CHECK(report.failures[1].firstRound == 9);
    CHECK(report.failures.back() ==
          SoakFailure{SoakPart::store, {"store.not-writable", Remedy::technician}, 1, 31});
}

TEST_CASE("G2 memory that grows with each round is found by the soak") {
    Bench bench;
    bench.each = [&](const SoakReport&) { *bench.held.memory += 50'000; };
    const SoakReport& report = bench.run(10min);
    REQUIRE(report.failures.size() == 1);
    CHECK(report.failures[0].why.code() == "soak.memory-grew");
    CHECK(report.failures[0].why.remedy() == Remedy::supplier);
}

TEST_CASE("G2 a soak that is stopped ends at once, tells so once, and leaves the devices alone") {
    Bench bench;
    bench.each = [&](const SoakReport& report) {
        if (report.rounds == 5 && report.end == SoakEnd::none)
            bench.soak.end(SoakEnd::served);
    };
    const SoakReport& report = bench.run(10min);
    CHECK(report.end == SoakEnd::served);
    CHECK(report.rounds == 5);
    CHECK_FALSE(isPassed(report));
    bench.soak.end(SoakEnd::stopped);
    bench.clock.advance(1h);
    bench.loop.runReady();
    CHECK(bench.told.size() == 6); // five rounds and the end
    CHECK_FALSE(bench.camera->capturing());
}

TEST_CASE("G2 G7 a card that lies on the reader is not read by a soak") {
    Bench bench;
    bench.reader->lay({});
    CHECK(isPassed(bench.run(10min)));
    CHECK(bench.reader->readCard({})); // a card is read once: nobody has
}

} // namespace kiosk::staff
