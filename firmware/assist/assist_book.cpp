// SPDX-License-Identifier: Apache-2.0
#include "firmware/assist/assist_book.h"

#include <array>

#include "firmware/base/sqlite/database.h"
#include "firmware/seal/crypto.h"

namespace kiosk::assist {

namespace {

using sqlite::Database;
using sqlite::Statement;
using sqlite::Transaction;
using std::chrono::sys_days;

constexpr std::size_t kSaltBytes = 16;

// Days are counted from 1970; times are milliseconds since then. AUTOINCREMENT: a sequence is never
// used again.
constexpr std::array<std::string_view, 1> kForms{R"(
CREATE TABLE day (
    day  INTEGER NOT NULL,
    salt BLOB NOT NULL
) STRICT;
CREATE TABLE helped (
    companion BLOB NOT NULL,
    holder BLOB NOT NULL,
    UNIQUE (companion, holder)
) STRICT;
CREATE TABLE consent (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    given_at INTEGER NOT NULL,
    words    TEXT NOT NULL,
    language TEXT NOT NULL,
    salt     BLOB NOT NULL,
    mark     BLOB NOT NULL
) STRICT;
)"};

std::int64_t toMilliseconds(WallTime time) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

Bytes freshSalt(RandomSource& random) {
    Bytes salt;
    while (salt.size() < kSaltBytes)
        for (std::uint64_t left = random.next(), i = 0; i < sizeof left; ++i, left >>= 8U)
            salt.push_back(static_cast<std::byte>(left & 0xFFU));
    return salt;
}

/// No two pairs run together: a length stands before each number.
void append(Bytes& bytes, std::string_view number) {
    bytes.push_back(static_cast<std::byte>(number.size()));
    for (const char character : number)
        bytes.push_back(static_cast<std::byte>(character));
}

Bytes marked(std::string_view number, ByteView salt) {
    Bytes bytes(salt.begin(), salt.end());
    append(bytes, number);
    return seal::sm3(bytes);
}

/// The day's salt; of another day nothing is left.
Result<Bytes> saltOf(Database& database, sys_days today, RandomSource& random) {
    const std::int64_t day = today.time_since_epoch().count();
    Statement known = TRY(database.prepare("SELECT salt FROM day WHERE day = ?"));
    if (TRY(known.bind(day).step()))
        return known.bytes(0);
    TRY(database.run("DELETE FROM day"));
    TRY(database.run("DELETE FROM helped"));
    Bytes salt = freshSalt(random);
    Statement begin = TRY(database.prepare("INSERT INTO day (day, salt) VALUES (?, ?)"));
    TRY(begin.bind(day, ByteView(salt)).run());
    return salt;
}

/// The two of a pair, as the day knows them.
struct Marks {
    Bytes companion;
    Bytes holder;
};

/// Others whom this companion has helped.
Result<int> othersHelped(Database& database, const Marks& marks) {
    Statement others =
        TRY(database.prepare("SELECT count(*) FROM helped WHERE companion = ? AND holder <> ?"));
    others.bind(ByteView(marks.companion), ByteView(marks.holder));
    static_cast<void>(TRY(others.step()));
    return static_cast<int>(others.integer(0));
}

Result<Marks> admitted(Database& database, const Pair& pair, sys_days today, RandomSource& random,
                       int holdersPerDay) {
    const Bytes salt = TRY(saltOf(database, today, random));
    Marks marks{marked(pair.companion, salt), marked(pair.holder, salt)};
    if (TRY(othersHelped(database, marks)) >= holdersPerDay)
        return fail(ErrorKind::refused, "assist.limit", Remedy::attendant);
    return marks;
}

Result<> forgetRecordsBefore(Database& database, WallTime time) {
    Statement old = TRY(database.prepare("DELETE FROM consent WHERE given_at < ?"));
    return old.bind(toMilliseconds(time)).run();
}

Result<std::int64_t> keep(Database& database, const Consent& consent, ByteView salt, WallTime now) {
    Statement insert = TRY(database.prepare(
        "INSERT INTO consent (given_at, words, language, salt, mark) VALUES (?, ?, ?, ?, ?)"));
    insert.bind(toMilliseconds(now), consent.words, consent.language, salt,
                ByteView(markOf(consent.pair, salt)));
    TRY(insert.run());
    Statement last = TRY(database.prepare("SELECT max(sequence) FROM consent"));
    static_cast<void>(TRY(last.step()));
    return last.integer(0);
}

/// Whatever the store says of itself is one trouble for whoever stands there.
template <typename T>
Result<T> told(Result<T> result) {
    if (result || result.error().kind() == ErrorKind::refused)
        return result;
    return fail(ErrorKind::storage, "assist.storage", Remedy::technician, result.error().line());
}

/// All that `work` does, or nothing of it.
template <typename Work>
auto whole(const std::filesystem::path& file, const Work& work)
    -> decltype(work(std::declval<Database&>())) {
    Database database = TRY(Database::open(file, "assist", kForms));
    auto transaction = TRY(Transaction::begin(database));
    auto result = TRY(work(database));
    TRY(transaction.commit());
    return result;
}

} // namespace

Bytes markOf(const Pair& pair, ByteView salt) {
    Bytes bytes(salt.begin(), salt.end());
    append(bytes, pair.companion);
    append(bytes, pair.holder);
    return seal::sm3(bytes);
}

Result<> AssistBook::mayHelp(const Pair& pair, sys_days today) const {
    const auto look = [&](Database& database) -> Result<Marks> {
        return admitted(database, pair, today, random_, holdersPerDay_);
    };
    TRY(told(whole(file_, look)));
    return {};
}

Result<std::int64_t> AssistBook::record(const Consent& consent, sys_days today,
                                        WallTime now) const {
    const Bytes salt = freshSalt(random_);
    const auto write = [&](Database& database) -> Result<std::int64_t> {
        const Marks marks = TRY(admitted(database, consent.pair, today, random_, holdersPerDay_));
        Statement helps =
            TRY(database.prepare("INSERT OR IGNORE INTO helped (companion, holder) VALUES (?, ?)"));
        TRY(helps.bind(ByteView(marks.companion), ByteView(marks.holder)).run());
        TRY(forgetRecordsBefore(database, now - kKept));
        return keep(database, consent, salt, now);
    };
    return told(whole(file_, write));
}

Result<> AssistBook::forget(sys_days today, WallTime now) const {
    if (!std::filesystem::exists(file_))
        return {};
    const auto clear = [&](Database& database) -> Result<bool> {
        static_cast<void>(TRY(saltOf(database, today, random_)));
        TRY(forgetRecordsBefore(database, now - kKept));
        return true;
    };
    TRY(told(whole(file_, clear)));
    return {};
}

Result<std::vector<Record>> AssistBook::records() const {
    const auto list = [](Database& database) -> Result<std::vector<Record>> {
        Statement rows = TRY(database.prepare("SELECT sequence, given_at, words, language, salt, "
                                              "mark FROM consent ORDER BY sequence"));
        std::vector<Record> records;
        while (TRY(rows.step()))
            records.push_back({.sequence = rows.integer(0),
                               .givenAt = WallTime(std::chrono::milliseconds(rows.integer(1))),
                               .words = rows.text(2),
                               .language = rows.text(3),
                               .salt = rows.bytes(4),
                               .mark = rows.bytes(5)});
        return records;
    };
    return told(whole(file_, list));
}

} // namespace kiosk::assist
