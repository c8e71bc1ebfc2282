// SPDX-License-Identifier: Apache-2.0
#include <functional>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/printing/page_ledger.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::printing {

namespace {

const std::string kCopy = "A7K2-0001";

struct LedgerBench {
    tests::TemporaryFolder folder;
    tests::ManualClock clock;
    PageLedger ledger = *PageLedger::open(folder.path() / "ledger.db");

    Result<> go(CopyState next) {
        switch (next) {
        case CopyState::reserved:
            return ledger.reserve(kCopy, "990000", 3, clock.wall());
        case CopyState::committed:
            return ledger.commit(kCopy, 1000, clock.wall());
        case CopyState::sent:
            return ledger.sent(kCopy, 7, clock.wall());
        case CopyState::presented:
            return ledger.presented(kCopy, clock.wall());
        case CopyState::taken:
            return ledger.taken(kCopy, clock.wall());
        case CopyState::unknown:
            return ledger.unknown(kCopy, clock.wall());
        case CopyState::voided:
            return ledger.voided(kCopy, clock.wall());
        }
        return {};
    }
    void bringTo(const std::vector<CopyState>& path) {
        for (const CopyState state : path)
            REQUIRE(go(state));
    }
    LedgerEntry entry() const { return ledger.list()->at(0); }
};

using enum CopyState;

/// For each state the way there, and the states that may follow it: the drawing in the header.
const std::map<CopyState, std::pair<std::vector<CopyState>, std::set<CopyState>>> kDrawing = {
    {reserved, {{reserved}, {committed, voided}}},
    {committed, {{reserved, committed}, {sent, unknown, voided}}},
    {sent, {{reserved, committed, sent}, {presented, unknown, voided}}},
    {presented, {{reserved, committed, sent, presented}, {taken, voided}}},
    {taken, {{reserved, committed, sent, presented, taken}, {}}},
    {unknown, {{reserved, committed, unknown}, {taken, voided}}},
    {voided, {{reserved, voided}, {}}},
};

} // namespace

TEST_CASE("a copy goes from reserved to taken and keeps what was learnt on the way") {
    LedgerBench bench;
    bench.bringTo({reserved, committed, sent});
    REQUIRE(bench.ledger.pageOut(kCopy, 2, bench.clock.wall()));
    bench.clock.advance(std::chrono::seconds(9));
    bench.bringTo({presented, taken});

    const LedgerEntry entry = bench.entry();
    CHECK(entry.copyNumber == kCopy);
    CHECK(entry.regionCode == "990000");
    CHECK(entry.state == taken);
    CHECK(entry.pages == 3);
    CHECK(entry.pagesOut == 2);
    CHECK(entry.jobId == 7);
    CHECK(entry.lifePagesBefore == 1000);
    CHECK(entry.changedAt == bench.clock.wall());
    const auto found = bench.ledger.find(kCopy);
    REQUIRE(found);
    REQUIRE(*found);
    CHECK((*found)->state == taken);
    CHECK(bench.ledger.find("another")->has_value() == false);
}

TEST_CASE("only the steps of the drawing can be taken, from every state") {
    for (const auto& [state, wayAndNext] : kDrawing) {
        for (const auto& [next, unused] : kDrawing) {
            LedgerBench bench;
            bench.bringTo(wayAndNext.first);
            INFO(name(state) << " to " << name(next));
            const auto step = bench.go(next);
            CHECK(step.has_value() == wayAndNext.second.contains(next));
            if (!step)
                CHECK(step.error().code() == "ledger.order");
            CHECK(bench.entry().state == (step ? next : state));
        }
    }
}

TEST_CASE("pages out never decrease, never exceed the copy and count only while it prints") {
    LedgerBench bench;
    bench.bringTo({reserved, committed});
    CHECK_FALSE(bench.ledger.pageOut(kCopy, 1, bench.clock.wall()));
    bench.bringTo({sent});
    CHECK(bench.ledger.pageOut(kCopy, 2, bench.clock.wall()));
    CHECK_FALSE(bench.ledger.pageOut(kCopy, 1, bench.clock.wall()));
    CHECK_FALSE(bench.ledger.pageOut(kCopy, 4, bench.clock.wall()));
    CHECK(bench.entry().pagesOut == 2);
}

TEST_CASE("a copy number is used once, and a copy has at least one page") {
    LedgerBench bench;
    bench.bringTo({reserved});
    CHECK(bench.ledger.reserve(kCopy, "990000", 1, bench.clock.wall()).error().code() ==
          "ledger.order");
    CHECK(bench.ledger.reserve("B", "990000", 0, bench.clock.wall()).error().code() ==
          "ledger.order");
    CHECK(bench.ledger.voided("never reserved", bench.clock.wall()).error().code() ==
          "ledger.order");
}

TEST_CASE("a printer without a life counter leaves that column empty") {
    LedgerBench bench;
    bench.bringTo({reserved});
    REQUIRE(bench.ledger.commit(kCopy, std::nullopt, bench.clock.wall()));
    CHECK_FALSE(bench.entry().lifePagesBefore);
    CHECK_FALSE(bench.entry().jobId);
}

TEST_CASE("D9 recovery names what was under way, once more until it is settled") {
    LedgerBench bench;
    bench.bringTo({reserved, committed, sent});
    const auto found = bench.ledger.recover(bench.clock.wall());
    REQUIRE(found->size() == 1);
    CHECK(found->front().state == unknown);
    CHECK(found->front().jobId == 7);
    CHECK(bench.ledger.recover(bench.clock.wall())->size() == 1);
    REQUIRE(bench.ledger.voided(kCopy, bench.clock.wall()));
    CHECK(bench.ledger.recover(bench.clock.wall())->empty());
}

TEST_CASE("D9 recovery leaves alone what never began and what was presented") {
    LedgerBench bench;
    bench.bringTo({reserved});
    CHECK(bench.ledger.recover(bench.clock.wall())->empty());
    CHECK(bench.entry().state == reserved);
    bench.bringTo({committed, sent, presented});
    CHECK(bench.ledger.recover(bench.clock.wall())->empty());
    CHECK(bench.entry().state == presented);
}

TEST_CASE("a second program cannot open the ledger while one has it") {
    LedgerBench bench;
    const auto second = PageLedger::open(bench.folder.path() / "ledger.db");
    REQUIRE_FALSE(second);
    CHECK(second.error().code() == "ledger.in-use");
}

TEST_CASE("a file that is no ledger is an error, and is left as it was") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "ledger.db";
    const Bytes other = toBytes(std::string(4096, 'x'));
    REQUIRE(writeFile(file, other));
    const auto ledger = PageLedger::open(file);
    REQUIRE_FALSE(ledger);
    CHECK(ledger.error().code() == "ledger.storage");
    CHECK(ledger.error().remedy() == Remedy::technician);
    CHECK(*readFile(file) == other);
}

TEST_CASE("a ledger in a folder that does not exist is an error") {
    const tests::TemporaryFolder folder;
    CHECK(PageLedger::open(folder.path() / "none" / "ledger.db").error().code() ==
          "ledger.storage");
}

} // namespace kiosk::printing
