// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/base/clock.h"
#include "firmware/base/result.h"

namespace kiosk::printing {

/// Where one copy is on its way to paper. From `committed` on the printer may have moved: recovery
/// never sends bytes for such a job, it asks what is known and voids the rest.
enum class CopyState { reserved, committed, sent, presented, taken, unknown, voided };

std::string_view name(CopyState state);

/// One copy in the ledger. Holds no person and no licence: the copy number means nothing by itself.
struct LedgerEntry {
    std::string copyNumber{};
    std::string regionCode{};
    CopyState state = CopyState::reserved;
    int pages = 0;
    int pagesOut = 0;
    std::optional<int> jobId{};
    std::optional<int> lifePagesBefore{};
    std::optional<int> lifePagesAfter{}; ///< at the first look at the idle printer since
    WallTime changedAt{};
};

/// Its name in the kiosk's state folder.
inline constexpr std::string_view kLedgerFileName = "ledger.db";

/// The durable record of what was meant to come out and what did (SQLite, WAL, synchronous=FULL):
/// the intent is on the disk before the first byte goes to the printer. One thread at a time.
/// Errors: "ledger.storage" (technician), after which the ledger must be opened anew;
/// "ledger.in-use" while another process has it; an impossible step is "ledger.order" (internal).
///
///     reserved ──► committed ──► sent ──► presented ──► taken
///        │             │          │          │
///        │             └────┬─────┘          │
///        │                  ▼                │
///        │               unknown ──► taken   │
///        ▼                  ▼                ▼
///      voided ◄──────── from each of these but taken
class PageLedger {
public:
    /// Makes the file if there is none. A file of a newer program is "ledger.newer-form".
    static Result<PageLedger> open(const std::filesystem::path& file);

    ~PageLedger();
    PageLedger(PageLedger&&) noexcept;
    PageLedger& operator=(PageLedger&&) noexcept;

    Result<> reserve(const std::string& copyNumber, const std::string& regionCode, int pages,
                     WallTime now);
    Result<> commit(const std::string& copyNumber, std::optional<int> lifePagesBefore,
                    WallTime now);
    Result<> sent(const std::string& copyNumber, int jobId, WallTime now);
    /// `pagesOut` so far: at most the copy's pages, never fewer than before.
    Result<> pageOut(const std::string& copyNumber, int pagesOut, WallTime now);
    Result<> presented(const std::string& copyNumber, WallTime now);
    Result<> taken(const std::string& copyNumber, WallTime now);
    /// The printer cannot say any more what became of it: a lost reply, a vanished printer.
    Result<> unknown(const std::string& copyNumber, WallTime now);
    Result<> voided(const std::string& copyNumber, WallTime now);

    /// After a start: every copy that was committed or sent becomes `unknown`. Returns
    /// interrupted().
    Result<std::vector<LedgerEntry>> recover(WallTime now);
    /// All unknown copies, also those an earlier start found and nobody has settled yet.
    Result<std::vector<LedgerEntry>> interrupted() const;
    Result<std::vector<LedgerEntry>> list() const; ///< oldest first
    /// Nothing where no copy has this number.
    Result<std::optional<LedgerEntry>> find(const std::string& copyNumber) const;

    /// A sheet that is no copy goes to the printer: its pages are the kiosk's too.
    Result<> slip(int pages, WallTime now);
    /// Compares the life counter of the idle printer with the one at the last look and with all
    /// that the kiosk printed since (S4). Returns how many pages came out that the kiosk knows
    /// nothing of: somebody printed past it, or a ghost. A copy that ended void may have put out
    /// any of its pages. Waits, without a word, while a copy is under way or ended less than a
    /// minute ago, and while the counter lags behind the pages that were seen. The first look, and
    /// one at a counter that runs lower than before, of another printer, begin the count.
    Result<int> reconcile(int lifePages, WallTime now);
    /// Pages found by reconcile() that no technician has accepted yet. From any thread.
    int strangePages() const;
    /// A technician's word that these are explained.
    Result<> acceptStrangePages(WallTime now);

private:
    struct Store;
    explicit PageLedger(std::unique_ptr<Store> store);
    std::unique_ptr<Store> store_;
};

} // namespace kiosk::printing
