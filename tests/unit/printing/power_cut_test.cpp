// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <filesystem>
#include <functional>

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "drivers/printer/simulated/simulated_printer.h"
#include "firmware/base/files.h"
#include "firmware/printing/print_job.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

// D9: the power goes at every step of one copy's way to paper, and a kiosk starts again from what
// was on the disk at that moment.

namespace kiosk::printing {

namespace {

using drivers::SimulatedPrinter;

constexpr int kPages = 3;
constexpr int kLastStep = 12;

/// One kiosk's printing of one copy, step by step: even steps write the ledger, odd ones move
/// paper, as the visit does it.
class PrintRun {
public:
    PrintRun(const std::filesystem::path& file, SimulatedPrinter& printer)
        : ledger_(*PageLedger::open(file)), printer_(printer) {}

    void step(int number) {
        switch (number) {
        case 0:
            return must(ledger_.reserve("A", "990000", kPages, {}));
        case 2:
            return must(ledger_.commit("A", printer_.lifePages(), {}));
        case 3:
            jobId_ = *printer_.submit(
                {.pdf = toBytes("%PDF-1.5"), .pages = kPages, .jobName = "copy"}, {});
            return;
        case 4:
            return must(ledger_.sent("A", jobId_, {}));
        case 5:
        case 7:
        case 9:
            printer_.advancePage();
            return;
        case 6:
        case 8:
        case 10:
            return look();
        case 12:
            return must(ledger_.taken("A", {}));
        default:
            return;
        }
    }

private:
    static void must(const Result<>& result) {
        if (!result)
            throw std::runtime_error(result.error().line());
    }
    void look() {
        const PrintProgress after =
            advance(before_, *printer_.progress({jobId_, kPages}, {}), *printer_.status({}));
        must(record(ledger_, "A", before_, after, {}));
        before_ = after;
    }

    PageLedger ledger_;
    SimulatedPrinter& printer_;
    PrintProgress before_{.pages = kPages};
    int jobId_ = 0;
};

/// The ledger's files as they lie on the disk now, into a folder of their own.
void photograph(const std::filesystem::path& folder, const std::filesystem::path& copy) {
    std::filesystem::create_directories(copy);
    for (const auto& file : std::filesystem::directory_iterator(folder))
        if (file.is_regular_file())
            std::filesystem::copy_file(file.path(), copy / file.path().filename(),
                                       std::filesystem::copy_options::overwrite_existing);
}

/// What the state on the disk must be after `step` was done.
CopyState stateAfter(int step) {
    if (step < 2)
        return CopyState::reserved;
    if (step < 4)
        return CopyState::committed;
    if (step < 10)
        return CopyState::sent;
    return step < 12 ? CopyState::presented : CopyState::taken;
}

int pagesCountedAfter(int step) {
    return step < 6 ? 0 : std::min((step - 4) / 2, kPages);
}

bool wasUnderWay(CopyState state) {
    return state == CopyState::committed || state == CopyState::sent;
}

/// Starts again on `file` and settles by evidence. Prints once more only when the evidence says
/// that nothing came out and the old number is void: the kiosk's rule.
void startAgain(const std::filesystem::path& file, SimulatedPrinter& printer) {
    PageLedger ledger = *PageLedger::open(file);
    const auto found = *ledger.recover({});
    for (const LedgerEntry& entry : found) {
        const std::optional<int> life = printer.status({})->lifePages;
        const bool whole = weigh(entry, life, std::nullopt) == entry.pages;
        REQUIRE((whole ? ledger.taken(entry.copyNumber, {}) : ledger.voided(entry.copyNumber, {})));
    }
}

/// The rule that must not be: print whatever is not marked as printed.
void startAgainCarelessly(const std::filesystem::path& file, SimulatedPrinter& printer) {
    const PageLedger ledger = *PageLedger::open(file);
    const auto entries = *ledger.list(); // named: a range of a temporary's inside would dangle
    for (const LedgerEntry& entry : entries)
        if (wasUnderWay(entry.state)) {
            (void)printer.submit({.pdf = toBytes("%PDF-1.5"), .pages = kPages, .jobName = ""}, {});
            while (printer.advancePage()) {
            }
        }
}

using Restart = std::function<void(const std::filesystem::path&, SimulatedPrinter&)>;

/// How many of the cuts, one after each step, ended with more paper than one copy has.
int copiesTooMany(const Restart& restart) {
    int tooMany = 0;
    for (int cut = 0; cut <= kLastStep; ++cut) {
        const tests::TemporaryFolder folder;
        const tests::ManualClock clock;
        SimulatedPrinter printer(clock);
        const int lifeBefore = printer.lifePages();
        {
            PrintRun run(folder.path() / "ledger.db", printer);
            for (int step = 0; step <= cut; ++step)
                run.step(step);
            photograph(folder.path(), folder.path() / "after");
        }
        while (printer.advancePage()) { // it has the job, and goes on without us
        }
        restart(folder.path() / "after" / "ledger.db", printer);
        tooMany += printer.lifePages() - lifeBefore > kPages ? 1 : 0;
    }
    return tooMany;
}

} // namespace

TEST_CASE("D9 a power cut after any step leaves the ledger at that step") {
    for (int cut = 0; cut <= kLastStep; ++cut) {
        INFO("cut after step " << cut);
        const tests::TemporaryFolder folder;
        const tests::ManualClock clock;
        SimulatedPrinter printer(clock);
        PrintRun run(folder.path() / "ledger.db", printer);
        for (int step = 0; step <= cut; ++step)
            run.step(step);
        photograph(folder.path(), folder.path() / "after");

        PageLedger ledger = *PageLedger::open(folder.path() / "after" / "ledger.db");
        const LedgerEntry entry = ledger.list()->at(0);
        CHECK(entry.state == stateAfter(cut));
        CHECK(entry.pagesOut == pagesCountedAfter(cut));
        CHECK(ledger.recover({})->size() == (wasUnderWay(stateAfter(cut)) ? 1U : 0U));
    }
}

TEST_CASE("D9 after a power cut at any step nothing is printed twice") {
    CHECK(copiesTooMany(startAgain) == 0);
}

TEST_CASE("D9 this bench sees a double print where the rule is careless") {
    CHECK(copiesTooMany(startAgainCarelessly) > 0);
}

TEST_CASE("D9 a log torn at any sector still gives a state the copy really had") {
    const tests::TemporaryFolder folder;
    const tests::ManualClock clock;
    SimulatedPrinter printer(clock);
    PrintRun run(folder.path() / "ledger.db", printer);
    for (int step = 0; step <= kLastStep; ++step)
        run.step(step);
    photograph(folder.path(), folder.path() / "whole");
    const Bytes log = *readFile(folder.path() / "whole" / "ledger.db-wal");

    CopyState last = CopyState::reserved;
    constexpr std::size_t kSector = 512;
    for (std::size_t end = 0; end < log.size() + kSector; end += kSector) {
        const std::size_t size = std::min(end, log.size());
        const auto torn = folder.path() / "torn";
        photograph(folder.path() / "whole", torn);
        REQUIRE(writeFile(torn / "ledger.db-wal", ByteView(log).first(size)));
        const auto entries = *PageLedger::open(torn / "ledger.db")->list();
        std::filesystem::remove_all(torn);
        if (entries.empty())
            continue;
        INFO(size << " bytes of " << log.size() << ": " << name(entries.front().state));
        CHECK(entries.front().state >= last); // the enum lists the way in order
        last = entries.front().state;
    }
    CHECK(last == CopyState::taken);
}

TEST_CASE("D9 a process killed after any step leaves the ledger at that step") {
    for (int cut = 0; cut <= kLastStep; ++cut) {
        INFO("killed after step " << cut);
        const tests::TemporaryFolder folder;
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            const tests::ManualClock clock;
            SimulatedPrinter printer(clock);
            PrintRun run(folder.path() / "ledger.db", printer);
            for (int step = 0; step <= cut; ++step)
                run.step(step);
            ::raise(SIGKILL);
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));
        const PageLedger ledger = *PageLedger::open(folder.path() / "ledger.db");
        CHECK(ledger.list()->at(0).state == stateAfter(cut));
    }
}

} // namespace kiosk::printing
