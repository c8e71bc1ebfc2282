// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <sqlite3.h>

#include "firmware/outbox/outbox.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::outbox {

namespace {

using authority::Operation;
using authority::SealedRequest;
using namespace std::chrono_literals;

const Error kSilent(ErrorKind::unavailable, "authority.unreachable", Remedy::wait);
const Error kRefused(ErrorKind::refused, "authority.refused", Remedy::citizenAgain);

struct OpenOutbox {
    tests::TemporaryFolder folder;
    tests::ManualClock clock;
    std::filesystem::path file = folder.path() / kFileName;
    Outbox outbox = Outbox::open(file).value();

    Result<> accept(const std::string& key, const std::string& region = "990000",
                    std::string_view envelope = "sealed") {
        return outbox.accept(region, {key, Operation::retrieveLater, toBytes(envelope)},
                             clock.wall());
    }
    std::string nextKey(const std::vector<std::string>& resting = {}) {
        const auto due = outbox.nextDue(clock.wall(), resting).value();
        return due ? due->request.key : "none";
    }
};

std::int64_t pragma(const std::filesystem::path& file, const char* sql) {
    sqlite3* database = nullptr;
    sqlite3_stmt* row = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    REQUIRE(sqlite3_prepare_v2(database, sql, -1, &row, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(row) == SQLITE_ROW);
    const std::int64_t value = sqlite3_column_int64(row, 0);
    sqlite3_finalize(row);
    sqlite3_close(database);
    return value;
}

} // namespace

TEST_CASE("Q1 what was accepted is there after the store is opened anew") {
    OpenOutbox open;
    REQUIRE(open.accept("key-1", "990000", "first"));
    REQUIRE(open.accept("key-2", "980000", "second"));
    open.outbox = Outbox::open(open.folder.path() / "other").value();
    open.outbox = Outbox::open(open.file).value();
    const auto entries = open.outbox.list().value();
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].key == "key-1");
    CHECK(entries[1].regionCode == "980000");
    CHECK(entries[1].state == Entry::State::waiting);
    const auto due = open.outbox.nextDue(open.clock.wall()).value();
    CHECK(toText(due->request.envelope) == "first");
}

TEST_CASE("Q2 the same key is kept once, and never with another content") {
    OpenOutbox open;
    REQUIRE(open.accept("key-1"));
    REQUIRE(open.accept("key-1"));
    CHECK(open.outbox.waiting().value() == 1);
    CHECK(open.accept("key-1", "990000", "changed").error().code() == "outbox.key-reused");
    REQUIRE(open.accept("key-2"));
    CHECK(open.outbox.waiting().value() == 2);
}

TEST_CASE("Q2 a key delivered before is not queued again") {
    OpenOutbox open;
    REQUIRE(open.accept("key-1"));
    REQUIRE(open.outbox.markDelivered(1));
    REQUIRE(open.accept("key-1"));
    CHECK(open.outbox.waiting().value() == 0);
    CHECK(open.nextKey() == "none");
}

TEST_CASE("Q3 a failed request waits for its time while the next one goes") {
    OpenOutbox open;
    REQUIRE(open.accept("key-1"));
    REQUIRE(open.accept("key-2"));
    CHECK(open.nextKey() == "key-1");
    REQUIRE(open.outbox.markFailed(1, kSilent, open.clock.wall() + 10s));
    CHECK(open.nextKey() == "key-2");
    REQUIRE(open.outbox.markDelivered(2));
    CHECK(open.nextKey() == "none");
    open.clock.advance(10s);
    CHECK(open.nextKey() == "key-1");
}

TEST_CASE("Q3 resting regions are passed over") {
    OpenOutbox open;
    REQUIRE(open.accept("key-1", "990000"));
    REQUIRE(open.accept("key-2", "980000"));
    CHECK(open.nextKey({"990000"}) == "key-2");
    CHECK(open.nextKey({"990000", "980000"}) == "none");
}

TEST_CASE("Q3 failures in a row are counted by their code") {
    OpenOutbox open;
    REQUIRE(open.accept("key-1"));
    for (int i = 0; i < 3; ++i)
        REQUIRE(open.outbox.markFailed(1, kSilent, open.clock.wall()));
    auto due = open.outbox.nextDue(open.clock.wall()).value();
    CHECK(due->attempts == 3);
    CHECK(due->sameErrorInRow == 3);
    REQUIRE(open.outbox.markFailed(1, kRefused, open.clock.wall()));
    due = open.outbox.nextDue(open.clock.wall()).value();
    CHECK(due->attempts == 4);
    CHECK(due->sameErrorInRow == 1);
    CHECK(due->lastError == "authority.refused");
}

TEST_CASE("Q3 a dead request is listed with its reason and never sent") {
    OpenOutbox open;
    REQUIRE(open.accept("key-1"));
    REQUIRE(open.outbox.markDead(1, kRefused));
    CHECK(open.nextKey() == "none");
    const auto entry = open.outbox.list().value().front();
    CHECK(entry.state == Entry::State::dead);
    CHECK(entry.lastError == "authority.refused");
}

TEST_CASE("Q3 the outbox is bounded") {
    OpenOutbox open;
    for (std::size_t i = 0; i < kMaxWaiting; ++i)
        REQUIRE(open.accept("key-" + std::to_string(i)));
    CHECK(open.accept("one more").error().code() == "outbox.full");
    REQUIRE(open.outbox.markDelivered(1));
    CHECK(open.accept("one more"));
}

TEST_CASE("Q3 a clock that was set back twenty years stops nothing") {
    OpenOutbox open;
    REQUIRE(open.accept("key-1"));
    REQUIRE(open.outbox.markFailed(1, kSilent, open.clock.wall() + 10min));
    CHECK(open.nextKey() == "none");
    open.clock.setWall(open.clock.wall() - 20 * 365 * 24h);
    CHECK(open.nextKey() == "key-1");
}

TEST_CASE("Q1 the file is a write-ahead log in the form this version knows") {
    OpenOutbox open;
    REQUIRE(open.accept("key-1"));
    open.outbox = Outbox::open(open.folder.path() / "other").value();
    CHECK(pragma(open.file, "SELECT journal_mode = 'wal' FROM pragma_journal_mode") == 1);
    CHECK(pragma(open.file, "PRAGMA user_version") == 1);
    const auto rights = std::filesystem::status(open.file).permissions();
    CHECK(rights == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

TEST_CASE("F6 a file of a later version is left alone") {
    OpenOutbox open;
    open.outbox = Outbox::open(open.folder.path() / "other").value();
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(open.file.c_str(), &database) == SQLITE_OK);
    REQUIRE(sqlite3_exec(database, "PRAGMA user_version=99", nullptr, nullptr, nullptr) ==
            SQLITE_OK);
    sqlite3_close(database);
    CHECK(Outbox::open(open.file).error().code() == "outbox.newer-form");
}

TEST_CASE("a second opening says that the outbox is in use") {
    const OpenOutbox open;
    CHECK(Outbox::open(open.file).error().code() == "outbox.in-use");
}

TEST_CASE("a file that is no database is a storage error, not a new queue") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / kFileName;
    FILE* stream = std::fopen(file.c_str(), "w");
    for (int i = 0; i < 1000; ++i)
        std::fputs("no database at all ", stream);
    std::fclose(stream);
    const auto opened = Outbox::open(file);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code() == "outbox.storage");
    CHECK(opened.error().remedy() == Remedy::technician);
}

} // namespace kiosk::outbox
