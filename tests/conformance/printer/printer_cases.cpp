// SPDX-License-Identifier: Apache-2.0
#include <functional>
#include <thread>

#include <catch2/catch.hpp>

#include "tests/conformance/printer/printer_bench.h"

// What every printer must do, whatever drives it.

namespace kiosk::drivers {

namespace {

struct Suite {
    std::unique_ptr<tests::PrinterBench> bench = tests::makePrinterBench();
    Printer& printer = bench->printer();

    PrintDocument document(int pages) const {
        return {.pdf = toBytes("%PDF-1.5\n%%Pages: " + std::to_string(pages) + "\n" +
                               std::string(50000, 'p')),
                .pages = pages,
                .jobName = "copy",
                .drawPage = stripes};
    }
    /// Oblique, and broader from page to page.
    static Result<RasterPage> stripes(int page, const RasterForm& form) {
        RasterPage drawn{.width = form.width, .height = 100};
        for (int y = 0; y < drawn.height; ++y)
            for (int x = 0; x < drawn.width; ++x)
                drawn.dots.push_back((x + y) / (page + 3) % 2 == 0 ? std::byte{} : std::byte{255});
        return drawn;
    }
    SentJob print(int pages) {
        const auto job = printer.submit(document(pages), {});
        REQUIRE(job);
        return {*job, pages};
    }
    /// Asks the device until it shows `expected`, within its settling time.
    bool shows(const std::function<bool()>& expected) const {
        const auto deadline = std::chrono::steady_clock::now() + bench->settlingTime();
        while (!expected()) {
            if (std::chrono::steady_clock::now() >= deadline)
                return false;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return true;
    }
    bool showsStatus(const std::function<bool(const PrinterStatus&)>& expected) {
        return shows([&] {
            const auto status = printer.status({});
            return status && expected(*status);
        });
    }
    bool showsProgress(const SentJob& job, JobState state, int pagesOut) {
        return shows([&] {
            const auto progress = printer.progress(job, {});
            return progress && progress->state == state && progress->pagesOut == pagesOut;
        });
    }
    bool isPrinting(const SentJob& job, int pagesOut) {
        return showsProgress(job, JobState::processing, pagesOut);
    }
};

bool canPrint(const PrinterStatus& status) {
    return status.canPrint();
}
bool isOut(const PrinterStatus& status) {
    return status.paper == PaperState::out;
}
bool isJammed(const PrinterStatus& status) {
    return status.paper == PaperState::jammed;
}

} // namespace

TEST_CASE("a printer says who it is and that it is ready") {
    Suite suite;
    CHECK_FALSE(suite.printer.identity().module.empty());
    CHECK_FALSE(suite.printer.identity().model.empty());
    const auto status = suite.printer.status({});
    REQUIRE(status);
    CHECK(status->device == DeviceState::online);
    CHECK(status->canPrint());
    CHECK(status->reasons.empty());
}

TEST_CASE("D1 a printer keeps what its capabilities promise") {
    Suite suite;
    const SentJob job = suite.print(2);
    suite.bench->pageOut();
    CHECK(suite.isPrinting(job, 1));
    const PrinterCapabilities can = suite.printer.capabilities();
    CHECK(can.formats == suite.bench->formats());
    CHECK(can.countsPages);
    CHECK(can.lifeCounter == suite.printer.status({})->lifePages.has_value());
}

TEST_CASE("a document reaches the printer byte for byte") {
    Suite suite;
    const SentJob job = suite.print(1);
    suite.bench->pageOut();
    CHECK(suite.showsProgress(job, JobState::completed, 1));
    REQUIRE(suite.bench->received().size() == 1);
    CHECK((suite.bench->received().front() ==
           suite.bench->asReceived(suite.document(1)))); // not for printing on failure
}

TEST_CASE("D8 pages are counted one by one as they leave the machine") {
    Suite suite;
    constexpr int kPages = 3;
    const SentJob job = suite.print(kPages);
    for (int out = 0; out < kPages; ++out) {
        CHECK(suite.isPrinting(job, out));
        suite.bench->pageOut();
    }
    CHECK(suite.showsProgress(job, JobState::completed, kPages));
    CHECK(
        suite.showsStatus([](const auto& status) { return status.device == DeviceState::online; }));
}

TEST_CASE("D7 paper out is a state that comes and goes") {
    Suite suite;
    suite.bench->takePaper();
    CHECK(suite.showsStatus(isOut));
    CHECK_FALSE(suite.printer.status({})->canPrint());
    CHECK(suite.printer.status({})->device == DeviceState::userError);
    suite.bench->putPaper();
    CHECK(suite.showsStatus(canPrint));
}

TEST_CASE("D8 a job handed over without paper waits for it, and is not lost or doubled") {
    Suite suite;
    suite.bench->takePaper();
    REQUIRE(suite.showsStatus(isOut));
    const SentJob job = suite.print(1);
    CHECK(suite.showsStatus(isOut));
    CHECK(suite.printer.progress(job, {})->pagesOut == 0);
    suite.bench->putPaper();
    REQUIRE(suite.showsStatus(canPrint));
    suite.bench->pageOut();
    CHECK(suite.showsProgress(job, JobState::completed, 1));
    CHECK(suite.bench->received().size() == 1);
}

TEST_CASE("D8 a jam keeps the pages that are out, and the job goes on behind them") {
    Suite suite;
    const SentJob job = suite.print(2);
    suite.bench->pageOut();
    REQUIRE(suite.isPrinting(job, 1));
    suite.bench->jam();
    CHECK(suite.showsStatus(isJammed));
    CHECK_FALSE(suite.printer.status({})->canPrint());
    CHECK(suite.printer.progress(job, {})->pagesOut == 1);
    suite.bench->clearJam();
    CHECK(suite.showsStatus(canPrint));
    suite.bench->pageOut();
    CHECK(suite.showsProgress(job, JobState::completed, 2));
}

TEST_CASE("D7 an open cover is seen, and asks a person to act") {
    Suite suite;
    const SentJob job = suite.print(1);
    suite.bench->openCover();
    CHECK(suite.showsStatus([](const auto& status) {
        return status.coverOpen && !status.canPrint() && status.device == DeviceState::userError;
    }));
    suite.bench->closeCover();
    CHECK(suite.showsStatus(canPrint));
    suite.bench->pageOut();
    CHECK(suite.showsProgress(job, JobState::completed, 1));
}

TEST_CASE("D7 low toner is said and still prints") {
    Suite suite;
    if (suite.printer.capabilities().thermal) {
        SUCCEED("it has no toner");
        return;
    }
    suite.bench->lowToner();
    CHECK(suite.showsStatus(
        [](const auto& status) { return status.toner == TonerState::low && status.canPrint(); }));
    const SentJob job = suite.print(1);
    suite.bench->pageOut();
    CHECK(suite.showsProgress(job, JobState::completed, 1));
}

TEST_CASE("a second document while one is printed is busy, and the first is unharmed") {
    Suite suite;
    const SentJob job = suite.print(1);
    REQUIRE(suite.isPrinting(job, 0));
    CHECK(suite.printer.status({})->device == DeviceState::busy);
    const auto second = suite.printer.submit(suite.document(1), {});
    REQUIRE_FALSE(second);
    CHECK(second.error().code() == "printer.busy");
    CHECK(second.error().remedy() == Remedy::wait);
    suite.bench->pageOut();
    CHECK(suite.showsProgress(job, JobState::completed, 1));
    CHECK(suite.bench->received().size() == 1);
}

TEST_CASE("a cancelled job ends, keeps its count and frees the printer") {
    Suite suite;
    const SentJob job = suite.print(2);
    suite.bench->pageOut();
    REQUIRE(suite.isPrinting(job, 1));
    CHECK(suite.printer.cancel(job.id, {}));
    suite.bench->settleCancelled();
    CHECK(suite.showsProgress(job, JobState::canceled, 1));
    const SentJob next = suite.print(1);
    suite.bench->pageOut();
    CHECK(suite.showsProgress(next, JobState::completed, 1));
}

TEST_CASE("reset frees the printer from the job it was given") {
    Suite suite;
    const SentJob job = suite.print(2);
    REQUIRE(suite.isPrinting(job, 0));
    CHECK(suite.printer.reset({}));
    suite.bench->settleCancelled();
    CHECK(suite.showsProgress(job, JobState::canceled, 0));
    CHECK(
        suite.showsStatus([](const auto& status) { return status.device == DeviceState::online; }));
}

TEST_CASE("D9 a job held for want of paper is cleared, also by a kiosk that no longer knows it") {
    Suite suite;
    suite.bench->takePaper();
    REQUIRE(suite.showsStatus(isOut));
    const SentJob job = suite.print(2);
    Printer& afterRestart = suite.bench->reopened();
    const auto cleared = [&] { return afterRestart.clearJobs({}).has_value(); };
    (void)cleared(); // some printers end a cancelled job only when there is paper
    suite.bench->putPaper();
    suite.bench->settleCancelled();
    CHECK(suite.shows(cleared));
    suite.bench->pageOut();
    const auto isOver = [&] {
        const auto progress = afterRestart.progress(job, {});
        if (afterRestart.capabilities().forgetsJobs)
            return !progress && progress.error().code() == "printer.no-such-job";
        return progress && progress->state == JobState::canceled && progress->pagesOut == 0;
    };
    CHECK(suite.shows(isOver));
}

TEST_CASE("D9 clearing a printer that holds nothing leaves it ready") {
    Suite suite;
    CHECK(suite.printer.clearJobs({}));
    const SentJob job = suite.print(1);
    suite.bench->pageOut();
    CHECK(suite.showsProgress(job, JobState::completed, 1));
    CHECK(suite.printer.clearJobs({}));
    CHECK(suite.showsProgress(job, JobState::completed, 1));
}

TEST_CASE("a job nobody handed over is not found") {
    Suite suite;
    CHECK(suite.printer.progress({4711, 1}, {}).error().code() == "printer.no-such-job");
    CHECK(suite.printer.cancel(4711, {}).error().code() == "printer.no-such-job");
}

TEST_CASE("D9 a printer that vanishes is gone, and nothing was sent to it") {
    Suite suite;
    const SentJob job = suite.print(2);
    suite.bench->pageOut();
    REQUIRE(suite.isPrinting(job, 1));
    suite.bench->vanish();
    CHECK(suite.printer.status({}).error().code() == "printer.gone");
    CHECK(suite.printer.progress(job, {}).error().code() == "printer.gone");
    CHECK(suite.printer.submit(suite.document(1), {}).error().code() == "printer.gone");
    CHECK(suite.printer.clearJobs({}).error().code() == "printer.gone");
    CHECK(suite.bench->received().size() == 1);
}

TEST_CASE("a stop asked for beforehand sends nothing") {
    Suite suite;
    std::stop_source stop;
    stop.request_stop();
    CHECK(suite.printer.submit(suite.document(1), stop.get_token()).error().code() ==
          "printer.stopped");
    CHECK(suite.printer.status(stop.get_token()).error().code() == "printer.stopped");
    CHECK(suite.printer.clearJobs(stop.get_token()).error().code() == "printer.stopped");
    CHECK(suite.bench->received().empty());
}

} // namespace kiosk::drivers
