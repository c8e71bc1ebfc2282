// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <functional>
#include <thread>

#include "tests/conformance/printer/printer_bench.h"

// What every printer must do, whatever drives it.

namespace kiosk::tests {

namespace {

using namespace drivers;
using namespace std::chrono_literals;

/// A printer, and how a case looks at it: again and again, for the device's settling time.
struct Looker {
    PrinterBench& bench;
    Printer& printer = bench.printer();

    PrintDocument document(int pages) const {
        return {.pdf = toBytes("%PDF-1.5\n%%Pages: " + std::to_string(pages) + "\n" +
                               std::string(50000, 'p')),
                .pages = pages,
                .jobName = "copy",
                .drawPage = stripes};
    }
    /// Oblique, and broader from page to page.
    static Result<RasterPage> stripes(int page, const RasterForm& form) {
        RasterPage drawn{.width = form.width, .height = form.height > 0 ? form.height : 100};
        const int breadth = page + 3;
        Bytes row; // longer than one by a black and a white stripe: each row begins further in
        for (int x = 0; x < drawn.width + 2 * breadth; ++x)
            row.push_back(x / breadth % 2 == 0 ? std::byte{} : std::byte{255});
        for (int y = 0; y < drawn.height; ++y) {
            const auto begin = row.begin() + y % (2 * breadth);
            drawn.dots.insert(drawn.dots.end(), begin, begin + drawn.width);
        }
        return drawn;
    }
    Result<SentJob> print(int pages) {
        return SentJob{TRY(printer.submit(document(pages), {})), pages};
    }
    bool becomes(const std::function<bool()>& expected) const {
        const auto deadline = std::chrono::steady_clock::now() + bench.settlingTime();
        while (!expected()) {
            if (std::chrono::steady_clock::now() >= deadline)
                return false;
            std::this_thread::sleep_for(5ms);
        }
        return true;
    }
    Result<> shows(std::string_view what, const std::function<bool(const PrinterStatus&)>& test) {
        const bool seen = becomes([&] {
            const auto status = printer.status({});
            return status && test(*status);
        });
        return met(seen, "its status does not show " + std::string(what));
    }
    Result<> reaches(const SentJob& job, JobState state, int pagesOut) {
        Result<JobProgress> last = JobProgress{};
        const bool seen = becomes([&] {
            last = printer.progress(job, {});
            return last && last->state == state && last->pagesOut == pagesOut;
        });
        const std::string instead = last ? std::string(name(last->state)) + " with " +
                                               std::to_string(last->pagesOut) + " pages out"
                                         : last.error().line();
        return met(seen, "the job is " + instead + ", not " + std::string(name(state)) + " with " +
                             std::to_string(pagesOut));
    }
    Result<> isPrinting(const SentJob& job, int pagesOut) {
        return reaches(job, JobState::processing, pagesOut);
    }
    /// The last page comes out, and the job with it.
    Result<> endsWithPage(const SentJob& job) {
        bench.pageOut();
        return reaches(job, JobState::completed, job.pages);
    }
    Result<> received(std::size_t documents) const {
        return met(bench.received().size() == documents,
                   "the printer was given " + std::to_string(bench.received().size()) +
                       " documents, not " + std::to_string(documents));
    }
    Result<> pagesOut(const SentJob& job, int expected) {
        const JobProgress progress = TRY(printer.progress(job, {}));
        return met(progress.pagesOut == expected, std::to_string(progress.pagesOut) +
                                                      " pages are said to be out, not " +
                                                      std::to_string(expected));
    }
};

bool canPrint(const PrinterStatus& status) {
    return status.canPrint();
}
bool isOut(const PrinterStatus& status) {
    return status.paper == PaperState::out && !status.canPrint() &&
           status.device == DeviceState::userError;
}
bool isJammed(const PrinterStatus& status) {
    return status.paper == PaperState::jammed && !status.canPrint();
}
bool isOnline(const PrinterStatus& status) {
    return status.device == DeviceState::online;
}

Result<> saysWhoItIs(PrinterBench& bench) {
    Looker look{bench};
    const DeviceIdentity identity = look.printer.identity();
    TRY(met(!identity.module.empty() && !identity.model.empty(), "module or model is empty"));
    const PrinterStatus status = TRY(look.printer.status({}));
    return met(isOnline(status) && status.canPrint() && status.reasons.empty(),
               "a printer that is ready does not say so");
}

Result<> keepsItsPromises(PrinterBench& bench) {
    Looker look{bench};
    const SentJob job = TRY(look.print(2));
    bench.pageOut();
    // Whether it counts shows at its first job at the latest.
    const bool keepsCount = look.becomes([&] {
        const auto progress = look.printer.progress(job, {});
        return progress && progress->state == JobState::processing &&
               progress->pagesOut == (look.printer.capabilities().countsPages ? 1 : 0);
    });
    TRY(met(keepsCount, "the pages out are not those its capabilities promise"));
    const PrinterCapabilities can = look.printer.capabilities();
    TRY(met(can.formats == bench.formats(), "it takes other formats than it should"));
    const PrinterStatus status = TRY(look.printer.status({}));
    return met(can.lifeCounter == status.lifePages.has_value(), "its life counter");
}

Result<> bytesArrive(PrinterBench& bench) {
    Looker look{bench};
    TRY(look.endsWithPage(TRY(look.print(1))));
    TRY(look.received(1));
    return met(bench.received().front() == bench.asReceived(look.document(1)),
               "the printer received other bytes than were handed over");
}

Result<> countsPages(PrinterBench& bench) {
    Looker look{bench};
    constexpr int kPages = 3;
    const SentJob job = TRY(look.print(kPages));
    for (int out = 0; out < kPages; ++out) {
        TRY(look.isPrinting(job, out));
        bench.pageOut();
    }
    TRY(look.reaches(job, JobState::completed, kPages));
    return look.shows("that it is ready again", isOnline);
}

Result<> paperComesAndGoes(PrinterBench& bench) {
    Looker look{bench};
    bench.takePaper();
    TRY(look.shows("that the paper is out", isOut));
    bench.putPaper();
    return look.shows("that there is paper again", canPrint);
}

Result<> waitsForPaper(PrinterBench& bench) {
    Looker look{bench};
    bench.takePaper();
    TRY(look.shows("that the paper is out", isOut));
    const SentJob job = TRY(look.print(1));
    TRY(look.shows("that the paper is out", isOut));
    TRY(look.pagesOut(job, 0));
    bench.putPaper();
    TRY(look.shows("that there is paper again", canPrint));
    TRY(look.endsWithPage(job));
    return look.received(1);
}

Result<> jamKeepsPages(PrinterBench& bench) {
    Looker look{bench};
    const SentJob job = TRY(look.print(2));
    bench.pageOut();
    TRY(look.isPrinting(job, 1));
    bench.jam();
    TRY(look.shows("the jam", isJammed));
    TRY(look.pagesOut(job, 1));
    bench.clearJam();
    TRY(look.shows("that the jam is cleared", canPrint));
    return look.endsWithPage(job);
}

Result<> coverIsSeen(PrinterBench& bench) {
    Looker look{bench};
    const SentJob job = TRY(look.print(1));
    bench.openCover();
    TRY(look.shows("the open cover", [](const PrinterStatus& status) {
        return status.coverOpen && !status.canPrint() && status.device == DeviceState::userError;
    }));
    bench.closeCover();
    TRY(look.shows("that the cover is closed", canPrint));
    return look.endsWithPage(job);
}

Result<> lowTonerPrints(PrinterBench& bench) {
    Looker look{bench};
    if (look.printer.capabilities().thermal)
        return {}; // it has no toner
    bench.lowToner();
    TRY(look.shows("low toner, and that it prints", [](const PrinterStatus& status) {
        return status.toner == TonerState::low && status.canPrint();
    }));
    return look.endsWithPage(TRY(look.print(1)));
}

Result<> secondIsBusy(PrinterBench& bench) {
    Looker look{bench};
    const SentJob job = TRY(look.print(1));
    TRY(look.isPrinting(job, 0));
    TRY(look.shows("that it is busy",
                   [](const auto& status) { return status.device == DeviceState::busy; }));
    TRY(failsWith("submit() of a second document", look.printer.submit(look.document(1), {}),
                  "printer.busy", Remedy::wait));
    TRY(look.endsWithPage(job));
    return look.received(1);
}

Result<> cancelFrees(PrinterBench& bench) {
    Looker look{bench};
    const SentJob job = TRY(look.print(2));
    bench.pageOut();
    TRY(look.isPrinting(job, 1));
    TRY(succeeds("cancel()", look.printer.cancel(job.id, {})));
    bench.settleCancelled();
    TRY(look.reaches(job, JobState::canceled, 1));
    return look.endsWithPage(TRY(look.print(1)));
}

Result<> resetFrees(PrinterBench& bench) {
    Looker look{bench};
    const SentJob job = TRY(look.print(2));
    TRY(look.isPrinting(job, 0));
    TRY(succeeds("reset()", look.printer.reset({})));
    bench.settleCancelled();
    TRY(look.reaches(job, JobState::canceled, 0));
    return look.shows("that it is ready again", isOnline);
}

Result<> heldJobIsCleared(PrinterBench& bench) {
    Looker look{bench};
    bench.takePaper();
    TRY(look.shows("that the paper is out", isOut));
    const SentJob job = TRY(look.print(2));
    Printer& afterRestart = bench.reopened();
    const auto cleared = [&] { return afterRestart.clearJobs({}).has_value(); };
    (void)cleared(); // some printers end a cancelled job only when there is paper
    bench.putPaper();
    bench.settleCancelled();
    TRY(met(look.becomes(cleared), "clearJobs() after a restart does not come to its end"));
    bench.pageOut();
    const auto isOver = [&] {
        const auto progress = afterRestart.progress(job, {});
        if (afterRestart.capabilities().forgetsJobs)
            return !progress && progress.error().code() == "printer.no-such-job";
        return progress && progress->state == JobState::canceled && progress->pagesOut == 0;
    };
    return met(look.becomes(isOver), "the job that was cleared is not over without a page");
}

Result<> clearingNothing(PrinterBench& bench) {
    Looker look{bench};
    TRY(succeeds("clearJobs()", look.printer.clearJobs({})));
    const SentJob job = TRY(look.print(1));
    TRY(look.endsWithPage(job));
    TRY(succeeds("clearJobs()", look.printer.clearJobs({})));
    return look.reaches(job, JobState::completed, 1);
}

Result<> unknownJob(PrinterBench& bench) {
    Looker look{bench};
    TRY(failsWith("progress() of a job nobody handed over", look.printer.progress({4711, 1}, {}),
                  "printer.no-such-job", Remedy::attendant));
    return failsWith("cancel() of a job nobody handed over", look.printer.cancel(4711, {}),
                     "printer.no-such-job", Remedy::attendant);
}

Result<> vanishedIsGone(PrinterBench& bench) {
    Looker look{bench};
    const SentJob job = TRY(look.print(2));
    bench.pageOut();
    TRY(look.isPrinting(job, 1));
    bench.vanish();
    const auto gone = [](std::string_view call, const auto& answer) {
        return failsWith(call, answer, "printer.gone", Remedy::technician);
    };
    TRY(gone("check() of a printer that vanished", look.printer.check({})));
    TRY(gone("status() of a printer that vanished", look.printer.status({})));
    TRY(gone("progress() of a printer that vanished", look.printer.progress(job, {})));
    TRY(gone("submit() to a printer that vanished", look.printer.submit(look.document(1), {})));
    TRY(gone("clearJobs() of a printer that vanished", look.printer.clearJobs({})));
    return look.received(1);
}

Result<> stopSendsNothing(PrinterBench& bench) {
    Looker look{bench};
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = [](std::string_view call, const auto& answer) {
        return failsWith(call, answer, "printer.stopped", Remedy::wait);
    };
    TRY(stopped("submit() asked to stop", look.printer.submit(look.document(1), stop.get_token())));
    TRY(stopped("status() asked to stop", look.printer.status(stop.get_token())));
    TRY(stopped("clearJobs() asked to stop", look.printer.clearJobs(stop.get_token())));
    return look.received(0);
}

/// What a call may go on after it was asked to stop: 200 ms, and what a busy machine adds.
constexpr auto kStopping = 600ms;

Result<> stopKeepsTheJob(PrinterBench& bench) {
    Looker look{bench};
    const SentJob job = TRY(look.print(2));
    bench.pageOut();
    TRY(look.isPrinting(job, 1));
    std::stop_source stop;
    stop.request_stop();
    TRY(isCancelled("status() in the middle of a job", look.printer.status(stop.get_token())));
    TRY(isCancelled("progress() in the middle of a job",
                    look.printer.progress(job, stop.get_token())));
    TRY(isCancelled("cancel() in the middle of a job",
                    look.printer.cancel(job.id, stop.get_token())));
    return look.endsWithPage(job);
}

Result<> stopsMidway(PrinterBench& bench) {
    Looker look{bench};
    bench.holdNextJob();
    std::stop_source stop;
    std::jthread person([&] {
        std::this_thread::sleep_for(100ms); // into the hand-over
        stop.request_stop();
    });
    TRY(inTime("submit() asked to stop after 100 ms", 100ms + kStopping,
               [&] { return look.printer.submit(look.document(1), stop.get_token()); }));
    // Whether it was handed over nobody knows: once at most, and the printer can be freed of it.
    TRY(met(bench.received().size() <= 1, "the document was handed over more than once"));
    TRY(met(look.becomes([&] { return look.printer.clearJobs({}).has_value(); }),
            "clearJobs() after it was stopped does not come to its end"));
    bench.settleCancelled();
    return look.endsWithPage(TRY(look.print(1)));
}

Result<> lostReplyIsNotRepeated(PrinterBench& bench) {
    Looker look{bench};
    bench.loseNextReply();
    TRY(failsWith("submit() whose answer was lost", look.printer.submit(look.document(1), {}),
                  "printer.silent", Remedy::technician));
    return look.received(1);
}

Result<> keepsDeadlines(PrinterBench& bench) {
    Looker look{bench};
    TRY(inTime("status()", 2s, [&] { return look.printer.status({}); }));
    SentJob job;
    TRY(inTime("submit()", 30s, [&] {
        auto sent = look.print(1);
        job = sent.value_or(SentJob{});
        return sent;
    }));
    TRY(inTime("progress()", 2s, [&] { return look.printer.progress(job, {}); }));
    TRY(inTime("clearJobs()", 12s, [&] { return look.printer.clearJobs({}); }));
    return inTime("reset()", 3s, [&] { return look.printer.reset({}); });
}

Result<> openingsLeaveNothing(PrinterBench& bench) {
    constexpr int kOpenings = 8;
    static_cast<void>(bench.reopened()); // what libraries set up once is there now
    const Footprint before = Footprint::now();
    for (int times = 0; times < kOpenings; ++times)
        static_cast<void>(bench.reopened());
    return Footprint::now().heldSince(before, kOpenings);
}

constexpr auto kPrinterCases = std::to_array<Case<PrinterBench>>({
    {"printer.identity", "D1 a printer says who it is and that it is ready", saysWhoItIs},
    {"printer.capabilities", "D1 a printer keeps what its capabilities promise", keepsItsPromises},
    {"printer.bytes", "D8 a document reaches the printer byte for byte", bytesArrive},
    {"printer.counts-pages", "D8 pages are counted one by one as they leave the machine",
     countsPages},
    {"printer.paper", "D7 paper out is a state that comes and goes", paperComesAndGoes},
    {"printer.waits-for-paper",
     "D8 a job handed over without paper waits for it, and is not lost or doubled", waitsForPaper},
    {"printer.jam", "D8 a jam keeps the pages that are out, and the job goes on behind them",
     jamKeepsPages},
    {"printer.cover", "D7 an open cover is seen, and asks a person to act", coverIsSeen},
    {"printer.toner", "D7 low toner is said and still prints", lowTonerPrints},
    {"printer.busy", "D8 a second document while one is printed is busy, and the first unharmed",
     secondIsBusy},
    {"printer.cancel", "D8 a cancelled job ends, keeps its count and frees the printer",
     cancelFrees},
    {"printer.reset", "D1 reset frees the printer from the job it was given", resetFrees},
    {"printer.held-job",
     "D9 a job held for want of paper is cleared, also by a kiosk that no longer knows it",
     heldJobIsCleared},
    {"printer.clear", "D9 clearing a printer that holds nothing leaves it ready", clearingNothing},
    {"printer.unknown-job", "D9 a job nobody handed over is not found", unknownJob},
    {"printer.gone", "D9 a printer that vanishes is gone, and nothing was sent to it",
     vanishedIsGone},
    {"printer.stop-before", "D1 a stop asked for beforehand sends nothing", stopSendsNothing},
    {"printer.stop-midway", "D8 a call stopped in the middle of a job leaves the job as it is",
     stopKeepsTheJob},
    {"printer.stop-handover", "D1 a hand-over that is asked to stop midway ends soon", stopsMidway},
    {"printer.lost-reply", "D9 a document whose answer was lost is not handed over again",
     lostReplyIsNotRepeated},
    {"printer.deadlines", "D1 every call of a printer keeps its time", keepsDeadlines},
    {"printer.openings", "D3 a printer opened again and again leaves nothing behind",
     openingsLeaveNothing},
});

} // namespace

std::span<const Case<PrinterBench>> printerCases() {
    return kPrinterCases;
}

} // namespace kiosk::tests
