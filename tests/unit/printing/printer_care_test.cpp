// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/printer/simulated/simulated_printer.h"
#include "firmware/printing/printer_care.h"
#include "tests/support/manual_clock.h"
#include "tests/support/noted_tally.h"

namespace kiosk::printing {

namespace {

using namespace std::chrono_literals;
using drivers::JobState;
using drivers::SimulatedPrinter;

const drivers::PrintDocument kCopy{.pdf = toBytes("%PDF-1.5"), .pages = 2, .jobName = "copy"};

/// A kiosk's printer with an empty tray: what it is given stays in it.
struct CareBench {
    tests::ManualClock clock;
    std::shared_ptr<SimulatedPrinter> printer =
        std::make_shared<SimulatedPrinter>(clock, drivers::SimulatedPrinterOptions{.sheets = 0});
    drivers::Slot<drivers::Printer> slot{[this] { return printer; }, clock};
    PrinterCare care{slot};

    Result<int> print() {
        return care.print(kCopy, [](const auto&) { return Result<>{}; }, {});
    }
    JobState stateOf(int job) const {
        return printer->jobs().at(static_cast<std::size_t>(job) - 1).state;
    }
    void setCable(SimulatedPrinter::Cable cable) {
        printer->setCable(cable);
        clock.advance(1min); // a slot pauses before it opens again
    }
    int sheetsThatComeOut() const {
        const int before = printer->lifePages();
        printer->putSheets(100);
        while (printer->advancePage()) {
        }
        return printer->lifePages() - before;
    }
};

} // namespace

TEST_CASE("D9 what a printer holds from before the start is cleared") {
    CareBench bench;
    REQUIRE(bench.printer->submit(kCopy, {}));
    CHECK(bench.care.tidy({}));
    CHECK(bench.sheetsThatComeOut() == 0);
}

TEST_CASE("D9 a sheet whose reply was lost is cleared, not left to come out") {
    CareBench bench;
    REQUIRE(bench.care.tidy({}));
    bench.printer->setNextReply(SimulatedPrinter::Reply::lost);
    CHECK(bench.print().error().code() == "printer.silent");
    bench.clock.advance(1min);
    CHECK(bench.care.tidy({}));
    CHECK(bench.sheetsThatComeOut() == 0);
}

TEST_CASE("D9 a copy given up while the printer is away is cleared when it is back") {
    CareBench bench;
    REQUIRE(bench.print());
    bench.setCable(SimulatedPrinter::Cable::pulled);
    bench.care.letGo();
    CHECK(bench.care.tidy({}).error().code() == "printer.gone");
    bench.setCable(SimulatedPrinter::Cable::plugged);
    CHECK(bench.care.tidy({}));
    CHECK(bench.sheetsThatComeOut() == 0);
}

TEST_CASE("D9 a job that is followed is not cleared, not even after the cable was out") {
    CareBench bench;
    REQUIRE(bench.print());
    bench.setCable(SimulatedPrinter::Cable::pulled);
    CHECK_FALSE(bench.care.status({}));
    bench.setCable(SimulatedPrinter::Cable::plugged);
    CHECK(bench.care.tidy({}));
    CHECK(bench.sheetsThatComeOut() == kCopy.pages);
}

TEST_CASE("D9 a printer that was away may bring jobs along, and is cleared") {
    CareBench bench;
    REQUIRE(bench.care.tidy({}));
    bench.setCable(SimulatedPrinter::Cable::pulled);
    CHECK_FALSE(bench.care.status({}));
    bench.setCable(SimulatedPrinter::Cable::plugged);
    REQUIRE(bench.printer->submit(kCopy, {}));
    CHECK(bench.care.tidy({}));
    CHECK(bench.sheetsThatComeOut() == 0);
}

TEST_CASE("D9 nothing is handed over while a job from before is held, and it never comes out") {
    CareBench bench;
    REQUIRE(bench.printer->submit(kCopy, {}));
    const auto job = bench.print();
    REQUIRE(job);
    CHECK(bench.stateOf(1) == JobState::canceled);
    CHECK(bench.sheetsThatComeOut() == kCopy.pages);
}

TEST_CASE("a job whose pages are out is waited for, not cancelled") {
    CareBench bench;
    bench.printer->putSheets(100);
    const int first = *bench.print();
    bench.printer->advancePage();
    bench.care.finished();
    CHECK(bench.print().error().code() == "printer.busy");
    bench.printer->advancePage();
    CHECK(bench.stateOf(first) == JobState::completed);
    CHECK(bench.print());
}

TEST_CASE("an intent that cannot be kept sends nothing") {
    CareBench bench;
    const auto refuse = [](const auto&) -> Result<> {
        return fail(ErrorKind::storage, "ledger.storage", Remedy::technician);
    };
    CHECK(bench.care.print(kCopy, refuse, {}).error().code() == "ledger.storage");
    CHECK(bench.printer->jobs().empty());
}

TEST_CASE("D9 a slip nobody fetched is cleared, but not the job after it") {
    CareBench bench;
    const int slip = *bench.print();
    bench.care.letGo(slip);
    CHECK(bench.care.tidy({}));
    CHECK(bench.stateOf(slip) == JobState::canceled);
    const int copy = *bench.print();
    bench.care.letGo(slip);
    CHECK(bench.care.tidy({}));
    CHECK(bench.stateOf(copy) == JobState::processing);
}

TEST_CASE("G3 documents that the printer took are counted with their sheets, and no others") {
    const auto tally = std::make_shared<tests::NotedTally>();
    tests::ManualClock clock;
    const auto printer =
        std::make_shared<SimulatedPrinter>(clock, drivers::SimulatedPrinterOptions{.sheets = 0});
    drivers::Slot<drivers::Printer> slot{
        [&] -> Result<std::shared_ptr<drivers::Printer>> { return printer; }, clock, std::nullopt,
        Place::worker, tally};
    PrinterCare care{slot};
    const auto print = [&] {
        return care.print(kCopy, [](const auto&) { return Result<>{}; }, {});
    };
    REQUIRE(care.status({}));
    REQUIRE(print());
    CHECK(tally->counts[drivers::Count::uses] == 1);
    CHECK(tally->counts[drivers::Count::sheets] == 2);
    printer->setNextReply(SimulatedPrinter::Reply::lost);
    CHECK_FALSE(print());
    CHECK(tally->counts[drivers::Count::uses] == 1);
    CHECK(tally->counts[drivers::Count::sheets] == 2);
    CHECK(tally->counts[drivers::Count::failures] == 1);
}

} // namespace kiosk::printing
