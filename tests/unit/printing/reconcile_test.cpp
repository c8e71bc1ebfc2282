// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include <catch2/catch.hpp>

#include "firmware/base/sqlite/database.h"
#include "firmware/printing/page_ledger.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::printing {

namespace {

using namespace std::chrono_literals;

/// A ledger, and a printer that is no more than its life counter.
struct CountingBench {
    tests::TemporaryFolder folder;
    tests::ManualClock clock;
    std::optional<PageLedger> ledger = *PageLedger::open(folder.path() / "ledger.db");
    int lifePages = 1000;

    void begin(const std::string& copy, int pages) {
        REQUIRE(ledger->reserve(copy, "990000", pages, clock.wall()));
        REQUIRE(ledger->commit(copy, lifePages, clock.wall()));
        REQUIRE(ledger->sent(copy, 7, clock.wall()));
    }
    void comesOut(const std::string& copy, int pagesOut) {
        lifePages += pagesOut;
        REQUIRE(ledger->pageOut(copy, pagesOut, clock.wall()));
    }
    void print(const std::string& copy, int pages) {
        begin(copy, pages);
        comesOut(copy, pages);
        REQUIRE(ledger->presented(copy, clock.wall()));
    }
    /// A while later; pages nobody knows of.
    int look() {
        clock.advance(2min);
        return ledger->reconcile(lifePages, clock.wall()).value();
    }
    void startAgain() {
        ledger.reset();
        ledger = *PageLedger::open(folder.path() / "ledger.db");
    }
};

} // namespace

TEST_CASE("S4 pages that the printer counted and the kiosk did not print are found once") {
    CountingBench bench;
    REQUIRE(bench.look() == 0);
    bench.lifePages += 3;
    CHECK(bench.look() == 3);
    CHECK(bench.look() == 0);
    CHECK(bench.ledger->strangePages() == 3);
    bench.lifePages += 1;
    CHECK(bench.look() == 1);
    CHECK(bench.ledger->strangePages() == 4);
}

TEST_CASE("S4 the first look begins the count, and so does a counter that runs lower") {
    CountingBench bench;
    CHECK(bench.look() == 0); // its life before the kiosk
    bench.lifePages = 20;     // another printer
    CHECK(bench.look() == 0);
    bench.lifePages = 21;
    CHECK(bench.look() == 1);
}

TEST_CASE("S4 the kiosk's own pages are known, and the counter stands beside each copy") {
    CountingBench bench;
    REQUIRE(bench.look() == 0);
    bench.print("A", 3);
    bench.print("B", 2);
    CHECK_FALSE(bench.ledger->list()->at(0).lifePagesAfter);
    CHECK(bench.look() == 0);
    CHECK(bench.ledger->list()->at(0).lifePagesBefore == 1000);
    CHECK(bench.ledger->list()->at(0).lifePagesAfter == 1005);
    bench.print("C", 1);
    bench.lifePages += 2;
    CHECK(bench.look() == 2);
    CHECK(bench.ledger->list()->at(0).lifePagesAfter == 1005);
}

TEST_CASE("S4 a void copy may have put out any of its pages, and no more") {
    for (const int out : {0, 1, 2, 3}) {
        CountingBench bench;
        REQUIRE(bench.look() == 0);
        bench.begin("A", 2);
        bench.lifePages += out;
        REQUIRE(bench.ledger->voided("A", bench.clock.wall()));
        CHECK(bench.look() == (out > 2 ? out - 2 : 0));
    }
}

TEST_CASE("S4 a copy that never reached the printer accounts for nothing") {
    CountingBench bench;
    REQUIRE(bench.look() == 0);
    REQUIRE(bench.ledger->reserve("A", "990000", 2, bench.clock.wall()));
    REQUIRE(bench.ledger->voided("A", bench.clock.wall()));
    bench.lifePages += 2;
    CHECK(bench.look() == 2);
}

TEST_CASE("S4 a slip is the kiosk's page too") {
    CountingBench bench;
    REQUIRE(bench.look() == 0);
    REQUIRE(bench.ledger->slip(1, bench.clock.wall()));
    bench.lifePages += 1;
    CHECK(bench.look() == 0);
    bench.lifePages += 1; // that one is counted
    CHECK(bench.look() == 1);
}

TEST_CASE("S4 nothing is compared while a copy is under way or ended just now") {
    CountingBench bench;
    REQUIRE(bench.look() == 0);
    bench.begin("A", 2);
    bench.lifePages += 5;
    CHECK(bench.look() == 0);
    REQUIRE(bench.ledger->unknown("A", bench.clock.wall()));
    CHECK(bench.look() == 0);
    REQUIRE(bench.ledger->voided("A", bench.clock.wall()));
    CHECK(bench.ledger->reconcile(bench.lifePages, bench.clock.wall()) == 0);
    CHECK(bench.look() == 3);
}

TEST_CASE("S4 a counter that lags behind its pages is waited for") {
    CountingBench bench;
    REQUIRE(bench.look() == 0);
    bench.print("A", 3);
    bench.lifePages -= 2;
    CHECK(bench.look() == 0);
    CHECK_FALSE(bench.ledger->list()->front().lifePagesAfter);
    bench.lifePages += 2;
    CHECK(bench.look() == 0);
    CHECK(bench.ledger->list()->front().lifePagesAfter == 1003);
}

TEST_CASE("S4 strange pages are kept over a start until a technician accepts them") {
    CountingBench bench;
    REQUIRE(bench.look() == 0);
    bench.lifePages += 3;
    REQUIRE(bench.look() == 3);
    bench.startAgain();
    CHECK(bench.ledger->strangePages() == 3);
    CHECK(bench.look() == 0);
    REQUIRE(bench.ledger->acceptStrangePages(bench.clock.wall()));
    CHECK(bench.ledger->strangePages() == 0);
    bench.startAgain();
    CHECK(bench.ledger->strangePages() == 0);
    bench.lifePages += 1;
    CHECK(bench.look() == 1);
}

TEST_CASE(
    "S4 a ledger from before the counter was compared keeps its copies and begins the count") {
    CountingBench bench;
    bench.ledger.reset();
    const auto file = bench.folder.path() / "older.db";
    constexpr std::array<std::string_view, 1> kFirstForm{R"(
CREATE TABLE copy (
    position INTEGER PRIMARY KEY, copy_number TEXT NOT NULL UNIQUE, region TEXT NOT NULL,
    state TEXT NOT NULL, pages INTEGER NOT NULL, pages_out INTEGER NOT NULL DEFAULT 0,
    job_id INTEGER NOT NULL DEFAULT -1, life_pages_before INTEGER NOT NULL DEFAULT -1,
    changed_at INTEGER NOT NULL
) STRICT;
INSERT INTO copy VALUES (1, 'A', '990000', 'taken', 2, 2, 7, 990, 1);
)"};
    REQUIRE(sqlite::Database::open(file, "ledger", kFirstForm));
    bench.ledger = *PageLedger::open(file);
    REQUIRE(bench.ledger->list()->size() == 1);
    CHECK(bench.ledger->list()->front().lifePagesBefore == 990);
    CHECK(bench.look() == 0);
    CHECK(bench.ledger->list()->front().lifePagesAfter == 1000);
    bench.lifePages += 2;
    CHECK(bench.look() == 2);
}

} // namespace kiosk::printing
