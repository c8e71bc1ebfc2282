// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/printing/page_ledger.h"
#include "tests/scenarios/blank_reader.h"
#include "tests/scenarios/passing_printer.h"
#include "tests/scenarios/tray.h"
#include "tests/scenarios/virtual_play.h"
#include "tests/support/passing_authority.h"

// D9: the kiosk ends at every step of a print, before and after each call to the printer and to the
// region that it makes for it; the printer keeps what it was given.

namespace kiosk::bench {

namespace {

using namespace std::chrono_literals;
using printing::CopyState;

constexpr int kPages = 3;

struct Killed {};

/// Burns down by one at each step; nothing while it is not lit.
struct Fuse {
    int steps = 0;

    void burn() {
        if (steps > 0 && --steps == 0)
            throw Killed{};
    }
};

/// A call with a step before it and one behind it.
template <typename Call>
auto between(Fuse& fuse, Call call) {
    fuse.burn();
    auto answer = call();
    fuse.burn();
    return answer;
}

class FusedPrinter final : public PassingPrinter {
public:
    FusedPrinter(std::shared_ptr<drivers::Printer> inner, Fuse& fuse)
        : PassingPrinter(std::move(inner)), fuse_(fuse) {}

    Result<drivers::PrinterStatus> status(std::stop_token stop) override {
        return between(fuse_, [&] { return inner().status(stop); });
    }
    Result<int> submit(const drivers::PrintDocument& document, std::stop_token stop) override {
        return between(fuse_, [&] { return inner().submit(document, stop); });
    }
    Result<drivers::JobProgress> progress(const drivers::SentJob& job,
                                          std::stop_token stop) override {
        return between(fuse_, [&] { return inner().progress(job, stop); });
    }
    Result<> clearJobs(std::stop_token stop) override {
        return between(fuse_, [&] { return inner().clearJobs(stop); });
    }

private:
    Fuse& fuse_;
};

class FusedLink final : public tests::PassingAuthority {
public:
    FusedLink(std::shared_ptr<authority::Authority> inner, Fuse& fuse)
        : PassingAuthority(std::move(inner)), fuse_(fuse) {}

    Result<authority::CopyReservation> reserveCopy(const authority::CopyWish& wish,
                                                   std::stop_token stop) override {
        return between(fuse_, [&] { return inner().reserveCopy(wish, stop); });
    }
    Result<> confirmCopy(const std::string& number, int pages, std::stop_token stop) override {
        return between(fuse_, [&] { return inner().confirmCopy(number, pages, stop); });
    }

private:
    Fuse& fuse_;
};

/// A driver that says its queue is empty and leaves the job in it, as a spooler does that prints a
/// forgotten job when there is paper again.
class KeepsJobs final : public PassingPrinter {
public:
    using PassingPrinter::PassingPrinter;
    Result<> clearJobs(std::stop_token) override { return {}; }
    Result<> cancel(int, std::stop_token) override { return {}; }
};

using Driver = std::function<std::shared_ptr<drivers::Printer>(std::shared_ptr<drivers::Printer>)>;

std::unique_ptr<VirtualStage> openFused(Fuse& fuse, const Driver& around = {}) {
    return openStage(
        {.printer = {.pageTime = 500ms, .windDown = 300ms},
         .documents = [] { return blankReader(kPages); },
         .printerDriver =
             [&fuse, around](auto printer) {
                 return std::make_shared<FusedPrinter>(around ? around(printer) : printer, fuse);
             },
         .regionLink = [&fuse](auto link) { return std::make_shared<FusedLink>(link, fuse); }});
}

bool choosesTwoCopies(VirtualStage& stage) {
    return holds(stage, {play::See{"start"}, play::Touch{"begin"}, play::LayCard{"林云舒"},
                         play::Touch{"licence.0"}, play::Touch{"to-purpose"},
                         play::Touch{"purpose.school"}, play::Touch{"copies.more"}});
}

enum class End { killed, printed };

/// Prints both copies, or as far as the kiosk lives.
End print(VirtualStage& stage) {
    try {
        const bool printed =
            holds(stage, {play::Touch{"print"}, play::See{.screen = "take", .withinSeconds = 60}});
        REQUIRE(printed);
        return End::printed;
    } catch (const Killed&) {
        REQUIRE(stage.happen(Happening::kioskKilled));
        return End::killed;
    }
}

/// What the ledger on the disk says of the copies that reached the printer; the kiosk is dead.
std::vector<std::string> unsettled(VirtualStage& stage, std::size_t firstJob) {
    const auto ledger = printing::PageLedger::open(stage.folder() / "state" / "ledger.db");
    REQUIRE(ledger);
    const auto entries = ledger->list();
    REQUIRE(entries);
    std::vector<std::string> wrong;
    const auto jobs = stage.printer().jobs();
    for (std::size_t i = firstJob; i < jobs.size(); ++i) {
        const auto entry = std::ranges::find(*entries, jobs[i].document.jobName,
                                             &printing::LedgerEntry::copyNumber);
        const bool whole = jobs[i].pagesOut == jobs[i].document.pages;
        if (entry == entries->end())
            wrong.push_back(jobs[i].document.jobName + " was printed and never written down");
        else if (entry->state != CopyState::voided &&
                 !(whole &&
                   (entry->state == CopyState::taken || entry->state == CopyState::presented)))
            wrong.push_back(entry->copyNumber + " is " + std::string(name(entry->state)) +
                            " with " + std::to_string(jobs[i].pagesOut) + " pages out");
    }
    return wrong;
}

/// After a kill: the tray runs empty, the kiosk starts, staff load paper. Everything that is wrong
/// then.
std::vector<std::string> afterKill(VirtualStage& stage, std::size_t firstJob) {
    constexpr int kLongEnough = 30;
    stage.printer().putSheets(0);
    REQUIRE(stage.pass(2s)); // the sheet that is inside comes out
    REQUIRE(holds(stage, {play::Happen{Happening::kioskStarted}, play::Wait{kLongEnough}}));
    const int out = pagesInTray(stage);
    const std::size_t jobs = stage.printer().jobs().size();
    REQUIRE(holds(stage, {play::Happen{Happening::paperLoaded}, play::Wait{kLongEnough},
                          play::Happen{Happening::cardLifted}, play::See{"start"},
                          play::Happen{Happening::kioskKilled}}));
    std::vector<std::string> wrong = unsettled(stage, firstJob);
    if (pagesInTray(stage) != out)
        wrong.push_back(std::to_string(pagesInTray(stage) - out) + " pages came out unattended");
    if (stage.printer().jobs().size() != jobs)
        wrong.emplace_back("recovery sent something to the printer");
    REQUIRE(stage.happen(Happening::kioskStarted));
    return wrong;
}

} // namespace

TEST_CASE("D9 the kiosk is killed at every step of a print: no double, no ghost") {
    constexpr int kAtLeast = 50;
    Fuse fuse;
    const auto stage = openFused(fuse);
    int kills = 0;
    for (int step = 1;; ++step) {
        INFO("killed at step " << step);
        const std::size_t jobs = stage->printer().jobs().size();
        REQUIRE(choosesTwoCopies(*stage));
        fuse.steps = step;
        const End end = print(*stage);
        fuse.steps = 0;
        if (end == End::printed) {
            CHECK(wrongInTray(*stage, jobs).empty());
            break;
        }
        ++kills;
        for (const std::string& line : afterKill(*stage, jobs))
            FAIL_CHECK(line);
    }
    WARN(kills << " kills, one at each step of two copies of three pages: no double, no ghost");
    CHECK(kills >= kAtLeast);
}

TEST_CASE("D9 a queue that is said to be empty and is not is caught with a ghost") {
    Fuse fuse;
    const auto stage =
        openFused(fuse, [](auto printer) { return std::make_shared<KeepsJobs>(printer); });
    REQUIRE(choosesTwoCopies(*stage));
    constexpr int kOnTheFirstPage = 11;
    fuse.steps = kOnTheFirstPage;
    REQUIRE(print(*stage) == End::killed);
    const auto wrong = afterKill(*stage, 0);
    CHECK(std::ranges::any_of(wrong, [](const std::string& line) {
        return line.find("came out unattended") != std::string::npos;
    }));
}

} // namespace kiosk::bench
