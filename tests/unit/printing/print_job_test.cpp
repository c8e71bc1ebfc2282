// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/printer/simulated/simulated_printer.h"
#include "firmware/printing/print_job.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::printing {

namespace {

using drivers::DeviceState;
using drivers::JobProgress;
using drivers::JobState;
using drivers::PaperState;
using drivers::PrinterStatus;
using drivers::SimulatedPrinter;
using drivers::TonerState;

PrinterStatus working() {
    return {.device = DeviceState::busy, .paper = PaperState::full, .toner = TonerState::full};
}

/// A copy of `pages` pages that was just handed to a simulated printer.
struct PrintBench {
    explicit PrintBench(int pages) : before{.pages = pages} {
        REQUIRE(ledger.reserve("A", "990000", pages, clock.wall()));
        REQUIRE(ledger.commit("A", printer.lifePages(), clock.wall()));
        jobId =
            *printer.submit({.pdf = toBytes("%PDF-1.5"), .pages = pages, .jobName = "copy"}, {});
        REQUIRE(ledger.sent("A", jobId, clock.wall()));
    }
    /// Asks the printer once and records what it says.
    PrintPhase look() {
        const PrintProgress after =
            advance(before, *printer.progress({jobId, before.pages}, {}), *printer.status({}));
        REQUIRE(record(ledger, "A", before, after, clock.wall()));
        before = after;
        return after.phase;
    }
    LedgerEntry entry() const { return ledger.list()->at(0); }

    tests::TemporaryFolder folder;
    tests::ManualClock clock;
    SimulatedPrinter printer{clock};
    PageLedger ledger = *PageLedger::open(folder.path() / "ledger.db");
    PrintProgress before;
    int jobId = 0;
};

} // namespace

TEST_CASE("D8 a page is counted when it has left the machine, and the last one ends the job") {
    PrintBench bench(2);
    CHECK(bench.look() == PrintPhase::printing);
    CHECK(bench.entry().pagesOut == 0);
    bench.printer.advancePage();
    CHECK(bench.look() == PrintPhase::printing);
    CHECK(bench.entry().pagesOut == 1);
    bench.printer.advancePage();
    CHECK(bench.look() == PrintPhase::done);
    CHECK(bench.entry().state == CopyState::presented);
}

TEST_CASE("D8 paper out on page 2 keeps page 1 counted and goes on at page 2") {
    PrintBench bench(3);
    bench.printer.putSheets(1);
    CHECK(bench.printer.advancePage());
    CHECK_FALSE(bench.printer.advancePage());
    CHECK(bench.look() == PrintPhase::needsPaper);
    CHECK(bench.entry().pagesOut == 1);

    bench.printer.putSheets(10);
    CHECK(bench.look() == PrintPhase::printing);
    bench.printer.advancePage();
    bench.printer.advancePage();
    CHECK(bench.look() == PrintPhase::done);
    CHECK(bench.printer.jobs().size() == 1);
    CHECK(bench.printer.sheetsLeft() == 8);
}

TEST_CASE("D8 a stop at any page, for any reason, never counts or prints a page twice") {
    using Trouble = void (*)(SimulatedPrinter&, int page);
    const std::vector<std::pair<Trouble, PrintPhase>> troubles = {
        {[](SimulatedPrinter& printer, int) { printer.putSheets(0); }, PrintPhase::needsPaper},
        {[](SimulatedPrinter& printer, int page) { printer.failAt({.page = page}); },
         PrintPhase::jammed},
        {[](SimulatedPrinter& printer, int) { printer.setCover(SimulatedPrinter::Cover::open); },
         PrintPhase::coverOpen},
        {[](SimulatedPrinter& printer, int) { printer.setToner(TonerState::out); },
         PrintPhase::needsHelp},
    };
    constexpr int kPages = 4;
    for (const auto& [trouble, phase] : troubles)
        for (int page = 1; page <= kPages; ++page) {
            INFO(name(phase) << " on page " << page);
            PrintBench bench(kPages);
            const int lifeBefore = bench.printer.lifePages();
            for (int i = 1; i < page; ++i)
                bench.printer.advancePage();
            trouble(bench.printer, page);
            CHECK_FALSE(bench.printer.advancePage());
            CHECK(bench.look() == phase);
            CHECK(bench.entry().pagesOut == page - 1);

            bench.printer.putSheets(50);
            bench.printer.clearJam();
            bench.printer.setCover(SimulatedPrinter::Cover::closed);
            bench.printer.setToner(TonerState::full);
            while (bench.printer.advancePage())
                bench.look();
            CHECK(bench.look() == PrintPhase::done);
            CHECK(bench.entry().pagesOut == kPages);
            CHECK(bench.printer.lifePages() - lifeBefore == kPages);
        }
}

TEST_CASE("D8 a printer that loses power after page 1 leaves an unknown copy, not a second job") {
    PrintBench bench(2);
    bench.printer.advancePage();
    bench.look();
    bench.printer.setPower(SimulatedPrinter::Power::off);
    CHECK_FALSE(bench.printer.progress({bench.jobId, 2}, {}));
    bench.before = noAnswer(bench.before);
    CHECK(bench.before.phase == PrintPhase::printerAway);
    bench.printer.setPower(SimulatedPrinter::Power::on);
    CHECK(bench.look() == PrintPhase::unknown);
    CHECK(bench.entry().state == CopyState::unknown);
    CHECK(bench.printer.jobs().size() == 1);
}

TEST_CASE("a printer that comes back in time is simply asked again") {
    PrintBench bench(1);
    bench.before = noAnswer(bench.before);
    bench.printer.advancePage();
    CHECK(bench.look() == PrintPhase::done);
    CHECK(giveUp(bench.before).phase == PrintPhase::done);
    CHECK(noAnswer(bench.before).phase == PrintPhase::done);
}

TEST_CASE("giving up leaves the copy to the evidence, with its pages kept") {
    const PrintProgress before{.pages = 3, .pagesOut = 2, .phase = PrintPhase::printerAway};
    CHECK(giveUp(before) == PrintProgress{.pages = 3, .pagesOut = 2, .phase = PrintPhase::unknown});
}

TEST_CASE("pages once counted stay counted, and more than there are cannot come out") {
    const PrintProgress before{.pages = 3, .pagesOut = 2};
    CHECK(advance(before, {.state = JobState::processing, .pagesOut = 1}, working()).pagesOut == 2);
    const auto after = advance(before, {.state = JobState::processing, .pagesOut = 9}, working());
    CHECK(after == PrintProgress{.pages = 3, .pagesOut = 3, .phase = PrintPhase::done});
}

TEST_CASE("a job that ended early is unknown, whatever word the printer uses") {
    for (const JobState state : {JobState::completed, JobState::canceled, JobState::aborted}) {
        INFO(name(state));
        CHECK(advance({.pages = 2}, {.state = state, .pagesOut = 1}, working()).phase ==
              PrintPhase::unknown);
        CHECK(advance({.pages = 2}, {.state = state, .pagesOut = 2}, working()).phase ==
              PrintPhase::done);
    }
}

TEST_CASE("a stopped job on a printer that gives no reason needs help") {
    CHECK(advance({.pages = 2}, {.state = JobState::stopped}, working()).phase ==
          PrintPhase::needsHelp);
}

TEST_CASE("D9 after a failed submit only a clear refusal means that nothing was sent") {
    const auto judged = [](std::string_view code) {
        return judgeSubmit(Error(ErrorKind::device, code, Remedy::technician));
    };
    for (const auto* code : {"printer.gone", "printer.busy", "printer.format-refused",
                             "printer.refused", "printer.stopped"})
        CHECK(judged(code) == SubmitFailure::nothingSent);
    for (const auto* code : {"printer.silent", "printer.malformed-answer", "printer.new-code"})
        CHECK(judged(code) == SubmitFailure::unknown);
}

TEST_CASE("D9 the life counter decides first, the job second, and silence decides nothing") {
    struct Row {
        std::optional<int> before, now;
        std::optional<JobProgress> job;
        int counted;
        Evidence expected;
    };
    const JobProgress whole{.state = JobState::completed, .pagesOut = 3};
    const JobProgress broken{.state = JobState::aborted, .pagesOut = 2};
    const std::vector<Row> rows = {
        {1000, 1000, {}, 0, Evidence::nothingCameOut},
        {1000, 1003, {}, 0, Evidence::everythingCameOut},
        {1000, 1002, whole, 1, Evidence::someCameOut},
        {1000, 1009, whole, 0, Evidence::none},
        {1000, 3, {}, 0, Evidence::none},
        {1000, 1000, {}, 1, Evidence::none},
        {{}, 1003, whole, 0, Evidence::everythingCameOut},
        {1000, {}, broken, 0, Evidence::someCameOut},
        {{}, {}, broken, 3, Evidence::everythingCameOut},
        {{}, {}, {}, 1, Evidence::someCameOut},
        {{}, {}, {}, 0, Evidence::none},
        {{}, {}, JobProgress{.state = JobState::processing}, 0, Evidence::none},
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        const LedgerEntry entry{.copyNumber = "A",
                                .regionCode = "990000",
                                .state = CopyState::unknown,
                                .pages = 3,
                                .pagesOut = row.counted,
                                .jobId = 7,
                                .lifePagesBefore = row.before};
        INFO("row " << i << " gave " << name(weigh(entry, row.now, row.job)));
        CHECK(weigh(entry, row.now, row.job) == row.expected);
    }
}

} // namespace kiosk::printing
