// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/printer/simulated/simulated_printer.h"
#include "tests/support/manual_clock.h"

// What only the simulated printer can do; what every printer must do is in tests/conformance.

namespace kiosk::drivers {

namespace {

using namespace std::chrono_literals;

const PrintDocument kThreePages{.pdf = toBytes("%PDF-1.5 three"), .pages = 3, .jobName = "copy"};

} // namespace

TEST_CASE("a simulated printer prints as fast as the clock says") {
    tests::ManualClock clock;
    SimulatedPrinter printer(clock, {.pageTime = 3s});
    const int job = *printer.submit(kThreePages, {});
    CHECK(printer.progress({job, 3}, {})->pagesOut == 0);
    clock.advance(3s);
    CHECK(printer.progress({job, 3}, {})->pagesOut == 1);
    clock.advance(60s);
    CHECK(printer.progress({job, 3}, {})->state == JobState::completed);
    CHECK(printer.sheetsLeft() == 247);
    CHECK(printer.lifePages() == 1003);
}

TEST_CASE("a simulated printer is busy until the job is wound up, and counts no more pages") {
    tests::ManualClock clock;
    SimulatedPrinter printer(clock, {.pageTime = 1s, .windDown = 4s});
    const SentJob job{*printer.submit(kThreePages, {}), 3};
    clock.advance(6s);
    CHECK(printer.progress(job, {})->pagesOut == 3);
    CHECK(printer.progress(job, {})->state == JobState::processing);
    CHECK(printer.status({})->device == DeviceState::busy);
    CHECK(printer.submit(kThreePages, {}).error().code() == "printer.busy");
    clock.advance(1s);
    CHECK(printer.progress(job, {})->state == JobState::completed);
    CHECK(printer.lifePages() == 1003);
    CHECK(printer.submit(kThreePages, {}));
}

TEST_CASE("a simulated printer waits for paper, however long it takes") {
    tests::ManualClock clock;
    SimulatedPrinter printer(clock, {.sheets = 1, .pageTime = 3s});
    const int job = *printer.submit(kThreePages, {});
    clock.advance(1h);
    CHECK(printer.progress({job, 3}, {})->pagesOut == 1);
    CHECK(printer.progress({job, 3}, {})->state == JobState::stopped);
    CHECK(printer.status({})->paper == PaperState::out);
    printer.putSheets(5);
    CHECK(printer.progress({job, 3}, {})->pagesOut == 1);
    clock.advance(6s);
    CHECK(printer.progress({job, 3}, {})->state == JobState::completed);
}

TEST_CASE("a jam spoils a sheet and its page is printed again once it is cleared") {
    const tests::ManualClock clock;
    SimulatedPrinter printer(clock, {.sheets = 10});
    printer.failAt({.page = 2});
    const int job = *printer.submit(kThreePages, {});
    CHECK(printer.advancePage());
    CHECK_FALSE(printer.advancePage());
    CHECK(printer.status({})->paper == PaperState::jammed);
    CHECK(printer.progress({job, 3}, {})->pagesOut == 1);
    printer.clearJam();
    CHECK(printer.advancePage());
    CHECK(printer.advancePage());
    CHECK(printer.sheetsLeft() == 6);
    CHECK(printer.jobs().at(0).state == JobState::completed);
}

TEST_CASE("a printer whose cable is pulled goes on printing what it has") {
    const tests::ManualClock clock;
    SimulatedPrinter printer(clock);
    const int job = *printer.submit(kThreePages, {});
    printer.setCable(SimulatedPrinter::Cable::pulled);
    CHECK(printer.status({}).error().code() == "printer.gone");
    CHECK(printer.submit(kThreePages, {}).error().code() == "printer.gone");
    CHECK(printer.cancel(job, {}).error().code() == "printer.gone");
    CHECK(printer.advancePage());
    printer.setCable(SimulatedPrinter::Cable::plugged);
    CHECK(printer.progress({job, 3}, {})->pagesOut == 1);
}

TEST_CASE("a printer that loses power aborts its job and keeps its life counter") {
    const tests::ManualClock clock;
    SimulatedPrinter printer(clock);
    const int job = *printer.submit(kThreePages, {});
    CHECK(printer.advancePage());
    printer.setPower(SimulatedPrinter::Power::off);
    CHECK_FALSE(printer.advancePage());
    printer.setPower(SimulatedPrinter::Power::on);
    CHECK(printer.progress({job, 3}, {})->state == JobState::aborted);
    CHECK(printer.status({})->lifePages == 1001);
}

TEST_CASE(
    "D8 a fault in the middle of a page spoils its sheet or lets it out, as a machine would") {
    struct Row {
        PrinterFault fault;
        int pagesOut; ///< of three, when band 4 of page 2 was to be made and time has passed
        int spoilt;
        JobState job;
    };
    const std::vector<Row> rows = {
        {PrinterFault::jam, 1, 1, JobState::stopped},
        {PrinterFault::paperOut, 2, 0, JobState::stopped},
        {PrinterFault::coverOpen, 1, 1, JobState::stopped},
        {PrinterFault::cablePulled, 3, 0, JobState::completed},
        {PrinterFault::powerOff, 1, 1, JobState::aborted},
        {PrinterFault::tooHot, 2, 0, JobState::stopped},
        {PrinterFault::mute, 3, 0, JobState::completed},
    };
    for (const Row& row : rows) {
        INFO("fault " << static_cast<int>(row.fault));
        tests::ManualClock clock;
        SimulatedPrinter printer(clock, {.pageTime = 8s, .coolDown = 60s});
        const SentJob job{*printer.submit(kThreePages, {}), 3};
        printer.failAt({.page = 2, .band = 4, .fault = row.fault});
        clock.advance(13s); // page 1, and more than half of page 2
        (void)printer.status({});
        clock.advance(30s);
        (void)printer.status({});
        printer.setCable(SimulatedPrinter::Cable::plugged);
        printer.setPower(SimulatedPrinter::Power::on);
        printer.setVoice(SimulatedPrinter::Voice::answers);
        CHECK(printer.progress(job, {})->pagesOut == row.pagesOut);
        CHECK(printer.progress(job, {})->state == row.job);
        CHECK(printer.sheetsSpoilt() == row.spoilt);
        CHECK(printer.status({})->lifePages == 1000 + row.pagesOut);
        printer.mend();
        clock.advance(60s);
        CHECK(printer.progress(job, {})->pagesOut == (row.job == JobState::aborted ? 1 : 3));
    }
}

TEST_CASE("D7 a printer that got too hot says so, and goes on by itself when it has cooled down") {
    tests::ManualClock clock;
    SimulatedPrinter printer(clock, {.pageTime = 8s, .coolDown = 60s});
    const SentJob job{*printer.submit(kThreePages, {}), 3};
    printer.failAt({.page = 1, .band = 1, .fault = PrinterFault::tooHot});
    clock.advance(1s);
    CHECK(printer.status({})->device == DeviceState::hardwareError);
    CHECK(printer.status({})->reasons == std::vector<std::string>{"fuser-over-temp-error"});
    clock.advance(60s);
    CHECK(printer.status({})->device == DeviceState::busy);
    clock.advance(24s);
    CHECK(printer.progress(job, {})->state == JobState::completed);
}

TEST_CASE("D9 who cancels a job while a sheet moves gets that sheet, and is told to ask again") {
    tests::ManualClock clock;
    SimulatedPrinter printer(clock, {.pageTime = 8s});
    const SentJob job{*printer.submit(kThreePages, {}), 3};
    clock.advance(4s);
    CHECK(printer.clearJobs({}).error().code() == "printer.busy");
    CHECK(printer.progress(job, {})->state == JobState::processing);
    clock.advance(4s);
    CHECK(printer.clearJobs({}));
    CHECK(printer.progress(job, {})->state == JobState::canceled);
    CHECK(printer.progress(job, {})->pagesOut == 1);
    clock.advance(60s);
    CHECK(printer.lifePages() == 1001);
}

TEST_CASE("D9 a mute printer does what it is asked without a word") {
    const tests::ManualClock clock;
    SimulatedPrinter printer(clock);
    printer.setVoice(SimulatedPrinter::Voice::mute);
    CHECK(printer.submit(kThreePages, {}).error().code() == "printer.silent");
    CHECK(printer.status({}).error().code() == "printer.silent");
    CHECK(printer.advancePage());
    CHECK(printer.clearJobs({}).error().code() == "printer.silent");
    CHECK_FALSE(printer.advancePage());
}

TEST_CASE("a lost reply leaves the job at the printer") {
    const tests::ManualClock clock;
    SimulatedPrinter printer(clock);
    printer.setNextReply(SimulatedPrinter::Reply::lost);
    CHECK(printer.submit(kThreePages, {}).error().code() == "printer.silent");
    CHECK(printer.advancePage());
    CHECK(printer.jobs().at(0).document.pdf == kThreePages.pdf);
}

TEST_CASE("a simulated printer says what its sensors see") {
    const tests::ManualClock clock;
    SimulatedPrinter printer(clock, {.sheets = 20, .lowSheets = 20});
    CHECK(printer.status({})->paper == PaperState::low);
    CHECK(printer.status({})->canPrint());
    printer.setToner(TonerState::low);
    CHECK(printer.status({})->toner == TonerState::low);
    CHECK(printer.status({})->canPrint());
    printer.setCover(SimulatedPrinter::Cover::open);
    CHECK(printer.status({})->coverOpen);
    CHECK_FALSE(printer.status({})->canPrint());
    CHECK(printer.status({})->reasons ==
          std::vector<std::string>{"media-low-report", "cover-open-error", "toner-low-report"});
}

} // namespace kiosk::drivers
