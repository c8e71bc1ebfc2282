// SPDX-License-Identifier: Apache-2.0
#include "firmware/printing/ledger_database.h"

#include <sqlite3.h>

namespace kiosk::printing {

namespace {

constexpr std::int64_t kVersion = 1;
constexpr const char* kSchema = R"sql(
    BEGIN IMMEDIATE;
    CREATE TABLE copies (
        position INTEGER PRIMARY KEY,
        copy_number TEXT NOT NULL UNIQUE,
        region_code TEXT NOT NULL,
        state TEXT NOT NULL,
        pages INTEGER NOT NULL CHECK (pages > 0),
        pages_out INTEGER NOT NULL DEFAULT 0 CHECK (pages_out BETWEEN 0 AND pages),
        job_id INTEGER,
        life_pages_before INTEGER,
        changed_at_ms INTEGER NOT NULL
    ) STRICT;
    PRAGMA user_version = 1;
    COMMIT;
)sql";

std::unexpected<Error> storageError(int code) {
    return fail(ErrorKind::storage, "ledger.storage", Remedy::technician, sqlite3_errstr(code));
}

} // namespace

void StatementCloser::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

void DatabaseCloser::operator()(sqlite3* database) const {
    sqlite3_close(database);
}

Statement& Statement::bind(std::string_view text) {
    const int code = sqlite3_bind_text(statement_.get(), ++bound_, text.data(),
                                       static_cast<int>(text.size()), SQLITE_TRANSIENT);
    failure_ = failure_ == SQLITE_OK ? code : failure_;
    return *this;
}

Statement& Statement::bind(std::int64_t number) {
    const int code = sqlite3_bind_int64(statement_.get(), ++bound_, number);
    failure_ = failure_ == SQLITE_OK ? code : failure_;
    return *this;
}

Statement& Statement::bind(std::optional<int> number) {
    if (number)
        return bind(std::int64_t{*number});
    ++bound_; // a parameter that is not bound is NULL
    return *this;
}

Result<bool> Statement::step() {
    if (failure_ != SQLITE_OK)
        return storageError(failure_);
    const int code = sqlite3_step(statement_.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return storageError(code);
    return code == SQLITE_ROW;
}

std::string Statement::text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return bytes == nullptr ? std::string() : std::string(bytes, size);
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::optional<int> Statement::optionalNumber(int column) const {
    if (sqlite3_column_type(statement_.get(), column) == SQLITE_NULL)
        return std::nullopt;
    return sqlite3_column_int(statement_.get(), column);
}

Result<LedgerDatabase> LedgerDatabase::open(const std::filesystem::path& file) {
    sqlite3* handle = nullptr;
    const int code =
        sqlite3_open_v2(file.c_str(), &handle,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    LedgerDatabase database(handle); // to be closed also when opening failed
    if (code != SQLITE_OK)
        return storageError(code);
    TRY(database.takeOver());
    TRY(database.bringToVersion());
    return database;
}

Result<Statement> LedgerDatabase::prepare(std::string_view sql) const {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                        &statement, nullptr);
    if (code != SQLITE_OK)
        return storageError(code);
    return Statement(statement);
}

Result<> LedgerDatabase::run(const char* sql) const {
    const int code = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return storageError(code);
    return {};
}

int LedgerDatabase::changes() const {
    return sqlite3_changes(database_.get());
}

Result<> LedgerDatabase::takeOver() const {
    return run("PRAGMA locking_mode = EXCLUSIVE;"
               "PRAGMA journal_mode = WAL;"
               "PRAGMA synchronous = FULL;");
}

Result<> LedgerDatabase::bringToVersion() const {
    Statement version = TRY(prepare("PRAGMA user_version"));
    TRY(version.step());
    if (version.number(0) == 0)
        return run(kSchema);
    if (version.number(0) != kVersion)
        return fail(ErrorKind::storage, "ledger.version", Remedy::supplier,
                    "written by another version of this program");
    return {};
}

} // namespace kiosk::printing
