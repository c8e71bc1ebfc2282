// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "firmware/base/bytes.h"

struct sqlite3;
struct sqlite3_stmt;

namespace kiosk::sqlite {

struct Connection;

/// One prepared statement: bind in order, then step through its rows. Lives no longer than its
/// database.
class Statement {
public:
    /// Values for the `?` of the statement, in order: integers, texts, bytes.
    template <typename... Values>
    Statement& bind(const Values&... values) {
        (bindNext(values), ...);
        return *this;
    }

    /// True: a row can be read. False: done.
    Result<bool> step();
    /// For statements without rows.
    Result<> run();

    std::int64_t integer(int column) const;
    std::string text(int column) const;
    Bytes bytes(int column) const;

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };

    Statement(std::shared_ptr<Connection> connection, sqlite3_stmt* statement);
    void bindNext(std::int64_t value);
    void bindNext(std::string_view value);
    void bindNext(ByteView value);

    std::shared_ptr<Connection> connection_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    int bound_ = 0;
};

/// A durable SQLite file: what a statement outside a transaction, or a commit, returned for is on
/// the disk (WAL, synchronous=FULL). One process and one thread at a time. Error codes begin with
/// the owner's area: "<area>.storage" (storage, technician), "<area>.in-use" (unavailable,
/// technician) while another process holds the file, "<area>.newer-form" (unsupported, technician).
///
/// After "<area>.storage" nothing works until the file is opened anew: a failed sync is never
/// retried in place.
class Database {
public:
    /// Makes the file when there is none. `forms` are the steps that lead from an empty file to
    /// today's tables; those a file has not seen yet are taken, each in a transaction of its own
    /// (user_version counts them). Never change a step that was released: add one.
    static Result<Database> open(const std::filesystem::path& file, std::string_view area,
                                 std::span<const std::string_view> forms);

    /// Statements without values or rows.
    Result<> run(std::string_view sql);
    Result<Statement> prepare(std::string_view sql);
    /// Rows the last insert, update or delete touched.
    std::int64_t changes() const;

private:
    explicit Database(std::shared_ptr<Connection> connection);
    Result<> configure();
    Result<> checkDurable();
    Result<> checkIntegrity();
    Result<> bringUpToDate(std::span<const std::string_view> forms);

    std::shared_ptr<Connection> connection_;
};

/// All or nothing: undone on leaving the scope unless committed.
class Transaction {
public:
    static Result<Transaction> begin(Database& database);
    ~Transaction();
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;

    Result<> commit();

private:
    explicit Transaction(Database& database) : database_(&database) {}
    Database* database_;
};

} // namespace kiosk::sqlite
