// SPDX-License-Identifier: Apache-2.0
#include "firmware/printing/page_ledger.h"

#include <algorithm>
#include <array>
#include <utility>

#include "firmware/printing/ledger_database.h"

namespace kiosk::printing {

namespace {

using enum CopyState;

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

Result<LedgerEntry> readEntry(const Statement& row) {
    const std::string stateName = row.text(2);
    const auto state =
        std::ranges::find(kStates, stateName, [](CopyState each) { return name(each); });
    if (state == kStates.end())
        return fail(ErrorKind::storage, "ledger.storage", Remedy::technician, "unknown state");
    return LedgerEntry{.copyNumber = row.text(0),
                       .regionCode = row.text(1),
                       .state = *state,
                       .pages = static_cast<int>(row.number(3)),
                       .pagesOut = static_cast<int>(row.number(4)),
                       .jobId = row.optionalNumber(5),
                       .lifePagesBefore = row.optionalNumber(6),
                       .changedAt = fromMilliseconds(row.number(7))};
}

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
    LedgerDatabase database;

    /// Sets `column` and the state in one statement, only from a state the table allows. An empty
    /// column name sets the state alone.
    Result<> move(const std::string& copyNumber, CopyState next, WallTime now,
                  std::string_view column = {}, std::optional<int> value = {}) const {
        std::string sql = "UPDATE copies SET state = ?, changed_at_ms = ?";
        if (!column.empty())
            sql += ", " + std::string(column) + " = ?";
        sql += " WHERE copy_number = ?" + std::string(" AND state IN (") + statesBefore(next) + ")";
        Statement update = TRY(database.prepare(sql));
        update.bind(name(next)).bind(toMilliseconds(now));
        if (!column.empty())
            update.bind(value);
        TRY(update.bind(copyNumber).step());
        if (database.changes() != 1)
            return outOfOrder("to " + std::string(name(next)));
        return {};
    }

    Result<std::vector<LedgerEntry>> entries(std::string_view where) const {
        Statement rows = TRY(database.prepare(
            "SELECT copy_number, region_code, state, pages, pages_out, job_id, life_pages_before,"
            " changed_at_ms FROM copies " +
            std::string(where) + " ORDER BY position"));
        std::vector<LedgerEntry> found;
        while (TRY(rows.step()))
            found.push_back(TRY(readEntry(rows)));
        return found;
    }
};

PageLedger::PageLedger(std::unique_ptr<Store> store) : store_(std::move(store)) {}
PageLedger::~PageLedger() = default;
PageLedger::PageLedger(PageLedger&&) noexcept = default;
PageLedger& PageLedger::operator=(PageLedger&&) noexcept = default;

Result<PageLedger> PageLedger::open(const std::filesystem::path& file) {
    return PageLedger(std::make_unique<Store>(TRY(LedgerDatabase::open(file))));
}

Result<> PageLedger::reserve(const std::string& copyNumber, const std::string& regionCode,
                             int pages, WallTime now) {
    if (pages < 1)
        return outOfOrder("a copy without pages");
    Statement insert = TRY(store_->database.prepare(
        "INSERT INTO copies (copy_number, region_code, state, pages, changed_at_ms)"
        " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"));
    insert.bind(copyNumber).bind(regionCode).bind(name(reserved));
    TRY(insert.bind(std::int64_t{pages}).bind(toMilliseconds(now)).step());
    if (store_->database.changes() != 1)
        return outOfOrder("this copy number was used before");
    return {};
}

Result<> PageLedger::commit(const std::string& copyNumber, std::optional<int> lifePagesBefore,
                            WallTime now) {
    return store_->move(copyNumber, committed, now, "life_pages_before", lifePagesBefore);
}

Result<> PageLedger::sent(const std::string& copyNumber, int jobId, WallTime now) {
    return store_->move(copyNumber, CopyState::sent, now, "job_id", jobId);
}

Result<> PageLedger::pageOut(const std::string& copyNumber, int pagesOut, WallTime now) {
    Statement update = TRY(store_->database.prepare(
        "UPDATE copies SET pages_out = ?1, changed_at_ms = ?2"
        " WHERE copy_number = ?3 AND state = 'sent' AND ?1 BETWEEN pages_out AND pages"));
    TRY(update.bind(std::int64_t{pagesOut}).bind(toMilliseconds(now)).bind(copyNumber).step());
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
        TRY(store_->database.prepare("UPDATE copies SET state = 'unknown', changed_at_ms = ?"
                                     " WHERE state IN ('committed', 'sent')"));
    TRY(update.bind(toMilliseconds(now)).step());
    return store_->entries("WHERE state = 'unknown'");
}

Result<std::vector<LedgerEntry>> PageLedger::list() const {
    return store_->entries("");
}

} // namespace kiosk::printing
