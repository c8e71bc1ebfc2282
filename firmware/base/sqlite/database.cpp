// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/sqlite/database.h"

#include <utility>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kiosk::sqlite {

/// The open file. `failed` is never taken back: see the header.
struct Connection {
    Connection() = default;
    ~Connection() { sqlite3_close_v2(handle); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    std::unexpected<Error> failure(int result);
    std::unexpected<Error> closed() const;

    sqlite3* handle = nullptr;
    std::string area;
    bool failed = false;
};

std::unexpected<Error> Connection::closed() const {
    return fail(ErrorKind::storage, area + ".storage", Remedy::technician,
                "closed after a failure");
}

std::unexpected<Error> Connection::failure(int result) {
    failed = true;
    // The extended code's text only: sqlite3_errmsg may quote values.
    const std::string reason = sqlite3_errstr(result);
    if ((result & 0xFF) == SQLITE_BUSY || (result & 0xFF) == SQLITE_LOCKED)
        return fail(ErrorKind::unavailable, area + ".in-use", Remedy::technician, reason);
    return fail(ErrorKind::storage, area + ".storage", Remedy::technician,
                reason + " (" + std::to_string(result) + ")");
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement::Statement(std::shared_ptr<Connection> connection, sqlite3_stmt* statement)
    : connection_(std::move(connection)), statement_(statement) {}

void Statement::bindNext(std::int64_t value) {
    sqlite3_bind_int64(statement_.get(), ++bound_, value);
}

void Statement::bindNext(std::string_view value) {
    sqlite3_bind_text64(statement_.get(), ++bound_, value.data(), value.size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

void Statement::bindNext(ByteView value) {
    sqlite3_bind_blob64(statement_.get(), ++bound_, value.data(), value.size(), SQLITE_TRANSIENT);
}

Result<bool> Statement::step() {
    if (connection_->failed)
        return connection_->closed();
    const int result = sqlite3_step(statement_.get());
    if (result == SQLITE_ROW)
        return true;
    if (result == SQLITE_DONE)
        return false;
    return connection_->failure(sqlite3_extended_errcode(connection_->handle));
}

Result<> Statement::run() {
    while (TRY(step())) {
    }
    return {};
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::text(int column) const {
    const unsigned char* text = sqlite3_column_text(statement_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text), size);
}

Bytes Statement::bytes(int column) const {
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(statement_.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return data == nullptr ? Bytes() : Bytes(data, data + size);
}

Database::Database(std::shared_ptr<Connection> connection) : connection_(std::move(connection)) {}

Result<Database> Database::open(const std::filesystem::path& file, std::string_view area,
                                std::span<const std::string_view> forms) {
    auto connection = std::make_shared<Connection>();
    connection->area = area;
    // SQLite would make the file readable by everybody; the log beside it takes over these rights.
    if (const int made = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
        made >= 0)
        ::close(made);
    const int result = sqlite3_open_v2(file.c_str(), &connection->handle,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (result != SQLITE_OK)
        return connection->failure(result);
    sqlite3_extended_result_codes(connection->handle, 1);
    Database database(std::move(connection));
    TRY(database.configure());
    TRY(database.checkIntegrity());
    TRY(database.bringUpToDate(forms));
    return database;
}

Result<> Database::configure() {
    // Exclusive before WAL: then no shared-memory file is ever made.
    for (const char* pragma :
         {"PRAGMA locking_mode=EXCLUSIVE", "PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON",
          "PRAGMA mmap_size=0", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
          "PRAGMA wal_autocheckpoint=200", "PRAGMA secure_delete=ON", "PRAGMA foreign_keys=ON"})
        TRY(run(pragma));
    return checkDurable();
}

// SQLite answers a pragma it could not follow with the old value and no error.
Result<> Database::checkDurable() {
    constexpr std::int64_t kFull = 2;
    Statement journal = TRY(prepare("PRAGMA journal_mode"));
    TRY(journal.step());
    Statement sync = TRY(prepare("PRAGMA synchronous"));
    TRY(sync.step());
    if (journal.text(0) != "wal" || sync.integer(0) != kFull)
        return connection_->failure(SQLITE_MISUSE);
    return {};
}

Result<> Database::checkIntegrity() {
    Statement check = TRY(prepare("PRAGMA quick_check(1)"));
    if (!TRY(check.step()) || check.text(0) != "ok")
        return connection_->failure(SQLITE_CORRUPT);
    return {};
}

Result<> Database::bringUpToDate(std::span<const std::string_view> forms) {
    Statement version = TRY(prepare("PRAGMA user_version"));
    TRY(version.step());
    const auto taken = static_cast<std::size_t>(version.integer(0));
    TRY(version.run());
    if (taken > forms.size())
        return fail(ErrorKind::unsupported, connection_->area + ".newer-form", Remedy::technician,
                    "form " + std::to_string(taken));
    for (std::size_t i = taken; i < forms.size(); ++i) {
        Transaction transaction = TRY(Transaction::begin(*this));
        TRY(run(forms[i]));
        TRY(run("PRAGMA user_version=" + std::to_string(i + 1)));
        TRY(transaction.commit());
    }
    return {};
}

Result<> Database::run(std::string_view sql) {
    if (connection_->failed)
        return connection_->closed();
    const int result =
        sqlite3_exec(connection_->handle, std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK)
        return connection_->failure(sqlite3_extended_errcode(connection_->handle));
    return {};
}

Result<Statement> Database::prepare(std::string_view sql) {
    if (connection_->failed)
        return connection_->closed();
    sqlite3_stmt* statement = nullptr;
    const int result = sqlite3_prepare_v2(connection_->handle, sql.data(),
                                          static_cast<int>(sql.size()), &statement, nullptr);
    if (result != SQLITE_OK)
        return connection_->failure(sqlite3_extended_errcode(connection_->handle));
    return Statement(connection_, statement);
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(connection_->handle);
}

Result<Transaction> Transaction::begin(Database& database) {
    TRY(database.run("BEGIN IMMEDIATE"));
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
    // After a failure the connection refuses; closing it undoes the transaction all the same.
    if (database_ != nullptr)
        static_cast<void>(database_->run("ROLLBACK"));
}

Result<> Transaction::commit() {
    TRY(std::exchange(database_, nullptr)->run("COMMIT"));
    return {};
}

} // namespace kiosk::sqlite
