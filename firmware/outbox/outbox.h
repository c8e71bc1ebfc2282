// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "firmware/authority/request.h"
#include "firmware/base/clock.h"

namespace kiosk::outbox {

/// The outbox's file within a kiosk's state folder.
inline constexpr std::string_view kFileName = "outbox.db";
/// More than this many waiting records are not accepted.
inline constexpr std::size_t kMaxWaiting = 2000;
/// No record is ever put off for longer; a time further away was set by another clock.
inline constexpr std::chrono::minutes kLongestDelay{15};

/// One queued request as staff may see it: no content, no person.
struct Entry {
    enum class State { waiting, delivered, dead };

    std::int64_t sequence = 0; ///< never reused
    std::string key;
    std::string regionCode;
    authority::Operation operation{};
    State state = State::waiting;
    int attempts = 0;
    WallTime acceptedAt{};
    WallTime nextAttemptAt{};
    std::string lastError; ///< code of the last failure
};

std::string_view name(Entry::State state);

/// A request due now, with what must be sent and what became of earlier attempts.
struct Due {
    std::int64_t sequence = 0;
    std::string regionCode;
    authority::SealedRequest request;
    int attempts = 0;
    std::string lastError;
    int sameErrorInRow = 0; ///< how often lastError was the answer, without another between
};

/// Durable requests (SQLite, WAL, synchronous=FULL). What accept() returned for is on the disk:
/// only then may a screen or slip say "kept". Stored are sealed envelopes: who takes the disk reads
/// no name (Q5). Bounded: kMaxWaiting records, "outbox.full" (limitExceeded, wait) beyond.
///
/// One thread at a time, one process at a time ("outbox.in-use", unavailable, technician). Any
/// storage error leaves the store closed ("outbox.storage", storage, technician): it is reopened,
/// never retried in place, because a sync that failed once may lie the second time.
class Outbox {
public:
    /// Makes the file when there is none, and brings an older one to today's form. A file of a
    /// newer form is "outbox.newer-form" (unsupported, technician).
    static Result<Outbox> open(const std::filesystem::path& file);

    ~Outbox();
    Outbox(Outbox&&) noexcept;
    Outbox& operator=(Outbox&&) noexcept;

    /// Accepting the same key with the same envelope again changes nothing and succeeds; with
    /// another envelope it is "outbox.key-reused" (internal).
    Result<> accept(const std::string& regionCode, const authority::SealedRequest& request,
                    WallTime now);
    /// A waiting request whose time has come and whose region is not among `resting`: the one that
    /// has been due longest, among equals the first accepted.
    Result<std::optional<Due>> nextDue(WallTime now,
                                       const std::vector<std::string>& resting = {}) const;

    /// Delivered: the content is erased, the fact is kept.
    Result<> markDelivered(std::int64_t sequence);
    /// Counts a failed attempt; the record waits until `nextAttempt`.
    Result<> markFailed(std::int64_t sequence, const Error& error, WallTime nextAttempt);
    /// Counts a failed attempt that was the last one. The envelope is kept for the region's staff.
    Result<> markDead(std::int64_t sequence, const Error& error);

    /// Empties the write-ahead log: what was erased is then gone from the file beside it too.
    Result<> checkpoint();

    Result<std::vector<Entry>> list() const;
    Result<std::size_t> waiting() const;

private:
    struct Store;
    explicit Outbox(std::unique_ptr<Store> store);
    std::unique_ptr<Store> store_;
};

} // namespace kiosk::outbox
