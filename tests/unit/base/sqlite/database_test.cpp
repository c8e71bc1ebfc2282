// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <catch2/catch.hpp>

#include "firmware/base/sqlite/database.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::sqlite {

namespace {

constexpr std::array<std::string_view, 2> kForms{
    "CREATE TABLE thing (name TEXT NOT NULL, size INTEGER NOT NULL, body BLOB NOT NULL) STRICT",
    "CREATE INDEX thing_name ON thing (name)"};

struct OpenDatabase {
    tests::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "things.db";
    Database database = Database::open(file, "things", kForms).value();

    Result<> add(std::string_view name, std::int64_t size) {
        Statement added = TRY(database.prepare("INSERT INTO thing VALUES (?, ?, ?)"));
        return added.bind(name, size, bytesOf("body")).run();
    }
    std::int64_t number(std::string_view sql) {
        Statement row = database.prepare(sql).value();
        REQUIRE(row.step().value());
        return row.integer(0);
    }
};

} // namespace

TEST_CASE("Q1 the connection is durable: write-ahead log, every commit synced") {
    OpenDatabase open;
    Statement journal = open.database.prepare("PRAGMA journal_mode").value();
    REQUIRE(journal.step().value());
    CHECK(journal.text(0) == "wal");
    constexpr int kFull = 2;
    CHECK(open.number("PRAGMA synchronous") == kFull);
    CHECK(open.number("PRAGMA trusted_schema") == 0);
    CHECK(open.number("PRAGMA cell_size_check") == 1);
    CHECK(open.number("PRAGMA secure_delete") == 1);
    CHECK_FALSE(std::filesystem::exists(open.folder.path() / "things.db-shm"));
}

TEST_CASE("values come back as they were bound") {
    OpenDatabase open;
    REQUIRE(open.add("欧阳\U00020BB7", -7));
    Statement row = open.database.prepare("SELECT name, size, body FROM thing").value();
    REQUIRE(row.step().value());
    CHECK(row.text(0) == "欧阳\U00020BB7");
    CHECK(row.integer(1) == -7);
    CHECK(toText(row.bytes(2)) == "body");
    CHECK_FALSE(row.step().value());
}

TEST_CASE("a transaction that is not committed leaves nothing") {
    OpenDatabase open;
    {
        const Transaction transaction = Transaction::begin(open.database).value();
        REQUIRE(open.add("lost", 1));
    }
    {
        Transaction transaction = Transaction::begin(open.database).value();
        REQUIRE(open.add("kept", 2));
        REQUIRE(transaction.commit());
    }
    CHECK(open.number("SELECT count(*) FROM thing") == 1);
    CHECK(open.number("SELECT size FROM thing") == 2);
}

TEST_CASE("F6 an older file is brought to today's form with its rows") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "things.db";
    {
        Database old = Database::open(file, "things", std::span(kForms).first(1)).value();
        REQUIRE(old.run("INSERT INTO thing VALUES ('old', 1, x'00')"));
    }
    Database now = Database::open(file, "things", kForms).value();
    Statement row =
        now.prepare("SELECT name FROM thing INDEXED BY thing_name WHERE name = 'old'").value();
    CHECK(row.step().value());
    CHECK(Database::open(folder.path() / "x", "things", kForms));
}

TEST_CASE("after a storage error nothing works until the file is opened anew") {
    OpenDatabase open;
    const auto error = open.database.run("INSERT INTO nowhere VALUES (1)").error();
    CHECK(error.code() == "things.storage");
    CHECK(error.kind() == ErrorKind::storage);
    CHECK(open.add("refused", 1).error().code() == "things.storage");
    open.database = Database::open(open.folder.path() / "other", "things", kForms).value();
    open.database = Database::open(open.file, "things", kForms).value();
    CHECK(open.add("taken", 1));
}

TEST_CASE("a folder that is not there is a storage error with a remedy") {
    const auto opened = Database::open("/nowhere/at/all/things.db", "things", kForms);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code() == "things.storage");
    CHECK(opened.error().remedy() == Remedy::technician);
}

} // namespace kiosk::sqlite
