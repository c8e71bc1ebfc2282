// SPDX-License-Identifier: Apache-2.0
#include "firmware/outbox/outbox.h"

#include <algorithm>
#include <array>

#include "firmware/base/sqlite/database.h"

namespace kiosk::outbox {

namespace {

using sqlite::Statement;
using sqlite::Transaction;

constexpr std::string_view kArea = "outbox";

// AUTOINCREMENT: a sequence is never used again, not even after its row is gone. Times are
// milliseconds since 1970.
constexpr std::array<std::string_view, 1> kForms{R"(
CREATE TABLE request (
    sequence          INTEGER PRIMARY KEY AUTOINCREMENT,
    key               TEXT NOT NULL UNIQUE,
    region            TEXT NOT NULL,
    operation         TEXT NOT NULL,
    envelope          BLOB NOT NULL,
    state             TEXT NOT NULL DEFAULT 'waiting',
    attempts          INTEGER NOT NULL DEFAULT 0,
    accepted_at       INTEGER NOT NULL,
    next_attempt_at   INTEGER NOT NULL,
    last_error        TEXT NOT NULL DEFAULT '',
    same_error_in_row INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX request_due ON request (next_attempt_at, sequence) WHERE state = 'waiting';
)"};

std::int64_t toMilliseconds(WallTime time) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

WallTime fromMilliseconds(std::int64_t sinceEpoch) {
    return WallTime(std::chrono::milliseconds(sinceEpoch));
}

Entry::State stateNamed(std::string_view word) {
    for (const auto state : {Entry::State::waiting, Entry::State::delivered}) {
        if (name(state) == word)
            return state;
    }
    return Entry::State::dead;
}

bool contains(const std::vector<std::string>& list, const std::string& word) {
    return std::ranges::find(list, word) != list.end();
}

Result<Entry> entryFrom(const Statement& row) {
    Entry entry;
    entry.sequence = row.integer(0);
    entry.key = row.text(1);
    entry.regionCode = row.text(2);
    entry.operation = TRY(authority::operationNamed(row.text(3)));
    entry.state = stateNamed(row.text(4));
    entry.attempts = static_cast<int>(row.integer(5));
    entry.acceptedAt = fromMilliseconds(row.integer(6));
    entry.nextAttemptAt = fromMilliseconds(row.integer(7));
    entry.lastError = row.text(8);
    return entry;
}

Result<Due> dueFrom(const Statement& row) {
    Due due;
    due.sequence = row.integer(0);
    due.request.key = row.text(1);
    due.regionCode = row.text(2);
    due.request.operation = TRY(authority::operationNamed(row.text(3)));
    due.request.envelope = row.bytes(4);
    due.attempts = static_cast<int>(row.integer(5));
    due.lastError = row.text(6);
    due.sameErrorInRow = static_cast<int>(row.integer(7));
    return due;
}

} // namespace

std::string_view name(Entry::State state) {
    switch (state) {
    case Entry::State::waiting:
        return "waiting";
    case Entry::State::delivered:
        return "delivered";
    case Entry::State::dead:
        return "dead";
    }
    return "dead";
}

struct Outbox::Store {
    sqlite::Database database;

    Result<std::optional<Bytes>> envelopeOf(const std::string& key);
    Result<> insert(const std::string& regionCode, const authority::SealedRequest& request,
                    std::int64_t now);
    Result<> countFailure(std::int64_t sequence, const Error& error, Entry::State state,
                          std::int64_t nextAttempt);
};

Result<std::optional<Bytes>> Outbox::Store::envelopeOf(const std::string& key) {
    Statement found = TRY(database.prepare("SELECT envelope FROM request WHERE key = ?"));
    if (!TRY(found.bind(key).step()))
        return std::nullopt;
    return found.bytes(0);
}

Result<> Outbox::Store::insert(const std::string& regionCode,
                               const authority::SealedRequest& request, std::int64_t now) {
    Statement added = TRY(database.prepare(
        "INSERT INTO request (key, region, operation, envelope, accepted_at, next_attempt_at) "
        "VALUES (?, ?, ?, ?, ?, ?)"));
    return added
        .bind(request.key, regionCode, name(request.operation), ByteView(request.envelope), now,
              now)
        .run();
}

Result<> Outbox::Store::countFailure(std::int64_t sequence, const Error& error, Entry::State state,
                                     std::int64_t nextAttempt) {
    Statement counted = TRY(database.prepare(
        "UPDATE request SET attempts = attempts + 1, state = ?, next_attempt_at = ?, "
        "same_error_in_row = CASE WHEN last_error = ? THEN same_error_in_row + 1 ELSE 1 END, "
        "last_error = ? WHERE sequence = ? AND state = 'waiting'"));
    return counted.bind(name(state), nextAttempt, error.code(), error.code(), sequence).run();
}

Outbox::Outbox(std::unique_ptr<Store> store) : store_(std::move(store)) {}
Outbox::~Outbox() = default;
Outbox::Outbox(Outbox&&) noexcept = default;
Outbox& Outbox::operator=(Outbox&&) noexcept = default;

Result<Outbox> Outbox::open(const std::filesystem::path& file) {
    return Outbox(std::make_unique<Store>(TRY(sqlite::Database::open(file, kArea, kForms))));
}

Result<> Outbox::accept(const std::string& regionCode, const authority::SealedRequest& request,
                        WallTime now) {
    Transaction transaction = TRY(Transaction::begin(store_->database));
    const std::optional<Bytes> known = TRY(store_->envelopeOf(request.key));
    if (known && !known->empty() && *known != request.envelope)
        return fail(ErrorKind::internal, "outbox.key-reused", Remedy::supplier);
    if (known)
        return {};
    if (TRY(waiting()) >= kMaxWaiting)
        return fail(ErrorKind::limitExceeded, "outbox.full", Remedy::wait);
    TRY(store_->insert(regionCode, request, toMilliseconds(now)));
    return transaction.commit();
}

Result<std::optional<Due>> Outbox::nextDue(WallTime now,
                                           const std::vector<std::string>& resting) const {
    const std::int64_t until = toMilliseconds(now);
    Statement row = TRY(store_->database.prepare(
        "SELECT sequence, key, region, operation, envelope, attempts, last_error, "
        "same_error_in_row FROM request WHERE state = 'waiting' AND "
        "(next_attempt_at <= ? OR next_attempt_at > ?) ORDER BY next_attempt_at, sequence"));
    row.bind(until, toMilliseconds(now + kLongestDelay));
    while (TRY(row.step())) {
        if (!contains(resting, row.text(2)))
            return TRY(dueFrom(row));
    }
    return std::nullopt;
}

Result<> Outbox::markDelivered(std::int64_t sequence) {
    Statement done = TRY(store_->database.prepare(
        "UPDATE request SET state = 'delivered', attempts = attempts + 1, envelope = x'', "
        "last_error = '' WHERE sequence = ?"));
    return done.bind(sequence).run();
}

Result<> Outbox::markFailed(std::int64_t sequence, const Error& error, WallTime nextAttempt) {
    return store_->countFailure(sequence, error, Entry::State::waiting,
                                toMilliseconds(nextAttempt));
}

Result<> Outbox::markDead(std::int64_t sequence, const Error& error) {
    return store_->countFailure(sequence, error, Entry::State::dead, 0);
}

Result<> Outbox::checkpoint() {
    return store_->database.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

Result<std::vector<Entry>> Outbox::list() const {
    Statement row = TRY(store_->database.prepare(
        "SELECT sequence, key, region, operation, state, attempts, accepted_at, next_attempt_at, "
        "last_error FROM request ORDER BY sequence"));
    std::vector<Entry> entries;
    while (TRY(row.step()))
        entries.push_back(TRY(entryFrom(row)));
    return entries;
}

Result<std::size_t> Outbox::waiting() const {
    Statement count =
        TRY(store_->database.prepare("SELECT count(*) FROM request WHERE state = 'waiting'"));
    TRY(count.step());
    return static_cast<std::size_t>(count.integer(0));
}

} // namespace kiosk::outbox
