// SPDX-License-Identifier: Apache-2.0
#include "firmware/printing/page_ledger.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <utility>

#include "firmware/base/sqlite/database.h"

namespace kiosk::printing {

namespace {

using enum CopyState;
using sqlite::Database;
using sqlite::Statement;

constexpr std::string_view kArea = "ledger";

constexpr std::array<std::string_view, 2> kForms{R"(
CREATE TABLE copy (
    position          INTEGER PRIMARY KEY,
    copy_number       TEXT NOT NULL UNIQUE,
    region            TEXT NOT NULL,
    state             TEXT NOT NULL,
    pages             INTEGER NOT NULL,
    pages_out         INTEGER NOT NULL DEFAULT 0,
    job_id            INTEGER NOT NULL DEFAULT -1,
    life_pages_before INTEGER NOT NULL DEFAULT -1,
    changed_at        INTEGER NOT NULL
) STRICT;
)",
                                                 R"(
ALTER TABLE copy ADD COLUMN life_pages_after INTEGER NOT NULL DEFAULT -1;
-- Sheets that are no copies, until the printer's counter has been looked at.
CREATE TABLE slip (
    position   INTEGER PRIMARY KEY,
    pages      INTEGER NOT NULL,
    printed_at INTEGER NOT NULL
) STRICT;
-- The last look at the printer's life counter, and each that found pages nobody knows of.
CREATE TABLE look (
    position      INTEGER PRIMARY KEY,
    life_pages    INTEGER NOT NULL,
    strange_pages INTEGER NOT NULL,
    looked_at     INTEGER NOT NULL,
    accepted_at   INTEGER NOT NULL DEFAULT -1
) STRICT;
)"};

constexpr std::string_view kColumns =
    "copy_number, region, state, pages, pages_out, job_id, life_pages_before, changed_at,"
    " life_pages_after";

/// What stands in a column for "there is none".
constexpr int kNone = -1;

/// Every step there is; the drawing in the header shows the same.
constexpr auto kSteps = std::to_array<std::pair<CopyState, CopyState>>({
    {reserved, committed},
    {reserved, voided},
    {committed, sent},
    {committed, unknown},
    {committed, voided},
    {sent, presented},
    {sent, unknown},
    {sent, voided},
    {presented, taken},
    {presented, voided},
    {unknown, taken},
    {unknown, voided},
});

constexpr auto kStates =
    std::to_array<CopyState>({reserved, committed, sent, presented, taken, unknown, voided});

std::int64_t toMilliseconds(WallTime time) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

WallTime fromMilliseconds(std::int64_t ms) {
    return WallTime(std::chrono::milliseconds(ms));
}

std::unexpected<Error> outOfOrder(std::string_view detail) {
    return fail(ErrorKind::internal, "ledger.order", Remedy::supplier, detail);
}

/// "'reserved','committed'": the states from which `next` may be reached, for an SQL list.
std::string statesBefore(CopyState next) {
    std::string list;
    for (const auto& [before, after] : kSteps)
        if (after == next)
            list += (list.empty() ? "'" : ",'") + std::string(name(before)) + "'";
    return list;
}

int number(const Statement& row, int column) {
    return static_cast<int>(row.integer(column));
}

std::optional<int> optionalNumber(const Statement& row, int column) {
    if (row.integer(column) == kNone)
        return std::nullopt;
    return number(row, column);
}

Result<LedgerEntry> readEntry(const Statement& row) {
    const std::string stateName = row.text(2);
    const auto state =
        std::ranges::find(kStates, stateName, [](CopyState each) { return name(each); });
    if (state == kStates.end())
        return fail(ErrorKind::storage, "ledger.storage", Remedy::technician, "unknown state");
    return LedgerEntry{.copyNumber = row.text(0),
                       .regionCode = row.text(1),
                       .state = *state,
                       .pages = number(row, 3),
                       .pagesOut = number(row, 4),
                       .jobId = optionalNumber(row, 5),
                       .lifePagesBefore = optionalNumber(row, 6),
                       .lifePagesAfter = optionalNumber(row, 8),
                       .changedAt = fromMilliseconds(row.integer(7))};
}

/// Copies that ended with the printer having had them, whose pages no look has counted yet.
constexpr std::string_view kNotCounted =
    " life_pages_after = -1 AND state IN ('presented', 'taken', 'voided')"
    " AND (life_pages_before <> -1 OR job_id <> -1)";

/// What was cancelled may put out the page it was at, and a counter may come after its page.
constexpr std::chrono::seconds kWindsDown{60};

/// What the kiosk printed since the last look at the printer's counter.
struct Printed {
    bool isOver = false; ///< no copy is under way, or ended just now
    int least = 0;       ///< pages that were seen
    int most = 0;        ///< pages that were asked for
};

/// What a step may bring beside the new state.
struct Learnt {
    std::optional<int> jobId{};
    std::optional<int> lifePagesBefore{};
};

} // namespace

std::string_view name(CopyState state) {
    switch (state) {
    case reserved:
        return "reserved";
    case committed:
        return "committed";
    case sent:
        return "sent";
    case presented:
        return "presented";
    case taken:
        return "taken";
    case unknown:
        return "unknown";
    case voided:
        return "voided";
    }
    return "unknown";
}

struct PageLedger::Store {
    Database database;
    std::atomic<int> strangePages = 0; ///< not accepted; as in the file

    explicit Store(Database opened) : database(std::move(opened)) {}

    /// Sets the state, and what was learnt with it, in one statement: only from a state the table
    /// allows.
    Result<> move(const std::string& copyNumber, CopyState next, WallTime now,
                  const Learnt& learnt = {}) {
        Statement update = TRY(database.prepare(
            "UPDATE copy SET state = ?, changed_at = ?, job_id = max(job_id, ?),"
            " life_pages_before = max(life_pages_before, ?) WHERE copy_number = ? AND state IN (" +
            statesBefore(next) + ")"));
        update.bind(name(next), toMilliseconds(now), learnt.jobId.value_or(kNone),
                    learnt.lifePagesBefore.value_or(kNone), copyNumber);
        TRY(update.run());
        if (database.changes() != 1)
            return outOfOrder("to " + std::string(name(next)));
        return {};
    }

    Result<std::vector<LedgerEntry>> entries(std::string_view where) {
        Statement rows = TRY(database.prepare("SELECT " + std::string(kColumns) + " FROM copy " +
                                              std::string(where) + " ORDER BY position"));
        std::vector<LedgerEntry> found;
        while (TRY(rows.step()))
            found.push_back(TRY(readEntry(rows)));
        return found;
    }

    Result<Printed> printedSinceLook(WallTime now) {
        Statement rows = TRY(database.prepare(
            "SELECT (SELECT count(*) FROM copy WHERE state IN ('committed', 'sent', 'unknown'))"
            " + (SELECT count(*) FROM copy WHERE changed_at > ?1 AND" +
            std::string(kNotCounted) +
            ") + (SELECT count(*) FROM slip WHERE printed_at > ?1),"
            " coalesce(sum(pages_out), 0),"
            " coalesce(sum(pages), 0) + (SELECT coalesce(sum(pages), 0) FROM slip)"
            " FROM copy WHERE" +
            std::string(kNotCounted)));
        rows.bind(toMilliseconds(now - kWindsDown));
        static_cast<void>(TRY(rows.step()));
        return Printed{rows.integer(0) == 0, number(rows, 1), number(rows, 2)};
    }

    Result<std::optional<int>> lifePagesAtLook() {
        Statement rows =
            TRY(database.prepare("SELECT life_pages FROM look ORDER BY position DESC LIMIT 1"));
        if (!TRY(rows.step()))
            return std::nullopt;
        return number(rows, 0);
    }

    Result<> noteLook(int lifePages, int strange, WallTime now) {
        Statement counted = TRY(database.prepare("UPDATE copy SET life_pages_after = ? WHERE" +
                                                 std::string(kNotCounted)));
        TRY(counted.bind(lifePages).run());
        TRY(database.run("DELETE FROM slip"));
        Statement insert = TRY(database.prepare(
            "INSERT INTO look (life_pages, strange_pages, looked_at) VALUES (?, ?, ?)"));
        TRY(insert.bind(lifePages, strange, toMilliseconds(now)).run());
        return database.run("DELETE FROM look WHERE strange_pages = 0"
                            " AND position < (SELECT max(position) FROM look)");
    }

    Result<> countStrangePages() {
        Statement rows = TRY(database.prepare(
            "SELECT coalesce(sum(strange_pages), 0) FROM look WHERE accepted_at = -1"));
        static_cast<void>(TRY(rows.step()));
        strangePages = number(rows, 0);
        return {};
    }
};

PageLedger::PageLedger(std::unique_ptr<Store> store) : store_(std::move(store)) {}
PageLedger::~PageLedger() = default;
PageLedger::PageLedger(PageLedger&&) noexcept = default;
PageLedger& PageLedger::operator=(PageLedger&&) noexcept = default;

Result<PageLedger> PageLedger::open(const std::filesystem::path& file) {
    auto store = std::make_unique<Store>(TRY(Database::open(file, kArea, kForms)));
    TRY(store->countStrangePages());
    return PageLedger(std::move(store));
}

Result<> PageLedger::reserve(const std::string& copyNumber, const std::string& regionCode,
                             int pages, WallTime now) {
    if (pages < 1)
        return outOfOrder("a copy without pages");
    Statement insert = TRY(store_->database.prepare(
        "INSERT INTO copy (copy_number, region, state, pages, changed_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING"));
    TRY(insert.bind(copyNumber, regionCode, name(reserved), pages, toMilliseconds(now)).run());
    if (store_->database.changes() != 1)
        return outOfOrder("this copy number was used before");
    return {};
}

Result<> PageLedger::commit(const std::string& copyNumber, std::optional<int> lifePagesBefore,
                            WallTime now) {
    return store_->move(copyNumber, committed, now, {.lifePagesBefore = lifePagesBefore});
}

Result<> PageLedger::sent(const std::string& copyNumber, int jobId, WallTime now) {
    return store_->move(copyNumber, CopyState::sent, now, {.jobId = jobId});
}

Result<> PageLedger::pageOut(const std::string& copyNumber, int pagesOut, WallTime now) {
    Statement update = TRY(store_->database.prepare(
        "UPDATE copy SET pages_out = ?1, changed_at = ?2"
        " WHERE copy_number = ?3 AND state = 'sent' AND ?1 BETWEEN pages_out AND pages"));
    TRY(update.bind(pagesOut, toMilliseconds(now), copyNumber).run());
    if (store_->database.changes() != 1)
        return outOfOrder("a page that cannot be");
    return {};
}

Result<> PageLedger::presented(const std::string& copyNumber, WallTime now) {
    return store_->move(copyNumber, CopyState::presented, now);
}

Result<> PageLedger::taken(const std::string& copyNumber, WallTime now) {
    return store_->move(copyNumber, CopyState::taken, now);
}

Result<> PageLedger::unknown(const std::string& copyNumber, WallTime now) {
    return store_->move(copyNumber, CopyState::unknown, now);
}

Result<> PageLedger::voided(const std::string& copyNumber, WallTime now) {
    return store_->move(copyNumber, CopyState::voided, now);
}

Result<std::vector<LedgerEntry>> PageLedger::recover(WallTime now) {
    Statement update =
        TRY(store_->database.prepare("UPDATE copy SET state = 'unknown', changed_at = ?"
                                     " WHERE state IN ('committed', 'sent')"));
    TRY(update.bind(toMilliseconds(now)).run());
    return interrupted();
}

Result<std::vector<LedgerEntry>> PageLedger::interrupted() const {
    return store_->entries("WHERE state = 'unknown'");
}

Result<std::vector<LedgerEntry>> PageLedger::list() const {
    return store_->entries("");
}

Result<> PageLedger::slip(int pages, WallTime now) {
    Statement insert =
        TRY(store_->database.prepare("INSERT INTO slip (pages, printed_at) VALUES (?, ?)"));
    return insert.bind(pages, toMilliseconds(now)).run();
}

Result<int> PageLedger::reconcile(int lifePages, WallTime now) {
    const Printed printed = TRY(store_->printedSinceLook(now));
    const std::optional<int> before = TRY(store_->lifePagesAtLook());
    if (!printed.isOver || (before == lifePages && printed.most == 0))
        return 0;
    const bool begins = !before || lifePages < *before;
    const int moved = begins ? 0 : lifePages - *before;
    if (!begins && moved < printed.least)
        return 0;
    const int strange = begins ? 0 : std::max(0, moved - printed.most);
    auto whole = TRY(sqlite::Transaction::begin(store_->database));
    TRY(store_->noteLook(lifePages, strange, now));
    TRY(whole.commit());
    store_->strangePages += strange;
    return strange;
}

int PageLedger::strangePages() const {
    return store_->strangePages;
}

Result<> PageLedger::acceptStrangePages(WallTime now) {
    Statement update =
        TRY(store_->database.prepare("UPDATE look SET accepted_at = ? WHERE accepted_at = -1"));
    TRY(update.bind(toMilliseconds(now)).run());
    return store_->countStrangePages();
}

Result<std::optional<LedgerEntry>> PageLedger::find(const std::string& copyNumber) const {
    Statement rows = TRY(store_->database.prepare("SELECT " + std::string(kColumns) +
                                                  " FROM copy WHERE copy_number = ?"));
    rows.bind(copyNumber);
    if (!TRY(rows.step()))
        return std::nullopt;
    return TRY(readEntry(rows));
}

} // namespace kiosk::printing
