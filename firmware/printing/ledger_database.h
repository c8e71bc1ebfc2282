// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "firmware/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace kiosk::printing {

struct StatementCloser {
    void operator()(sqlite3_stmt* statement) const;
};
struct DatabaseCloser {
    void operator()(sqlite3* database) const;
};

/// One prepared statement. Bind in order, step, read columns from 0. Every failure is
/// "ledger.storage".
class Statement {
public:
    explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}

    Statement& bind(std::string_view text);
    Statement& bind(std::int64_t number);
    Statement& bind(std::optional<int> number); ///< NULL where there is none

    Result<bool> step(); ///< true: a row to read; false: done
    std::string text(int column) const;
    std::int64_t number(int column) const;
    std::optional<int> optionalNumber(int column) const;

private:
    std::unique_ptr<sqlite3_stmt, StatementCloser> statement_;
    int bound_ = 0;
    int failure_ = 0; ///< first result code of a bind that failed
};

/// The ledger's file, opened for this process alone: write-ahead log, every commit synced before it
/// returns. Private to printing.
class LedgerDatabase {
public:
    static Result<LedgerDatabase> open(const std::filesystem::path& file);

    Result<Statement> prepare(std::string_view sql) const;
    Result<> run(const char* sql) const;
    int changes() const; ///< rows touched by the last statement

private:
    explicit LedgerDatabase(sqlite3* database) : database_(database) {}
    Result<> takeOver() const;
    Result<> bringToVersion() const;

    std::unique_ptr<sqlite3, DatabaseCloser> database_;
};

} // namespace kiosk::printing
