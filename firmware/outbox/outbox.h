// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "firmware/authority/authority.h"
#include "firmware/base/clock.h"

namespace kiosk::outbox {

/// One queued request as staff may see it: no content, no person.
struct Entry {
    enum class State { waiting, delivered, dead };

    std::int64_t sequence = 0; ///< never reused
    std::string key;
    std::string regionCode;
    authority::Request::Operation operation{};
    State state = State::waiting;
    int attempts = 0;
    WallTime acceptedAt{};
    WallTime nextAttemptAt{};
    std::string lastError; ///< code of the last failure
};

std::string_view name(Entry::State state);

/// A request due now, with what must be sent.
struct Due {
    std::int64_t sequence = 0;
    std::string regionCode;
    authority::Request request;
};

/// Durable requests (SQLite, WAL, synchronous=FULL). What accept() returned for is on the disk:
/// only then may a screen or slip say "kept". Bounded: 2,000 waiting records, "outbox.full" beyond.
/// One thread at a time. Any storage error leaves the store closed ("outbox.storage", technician):
/// it is reopened, never retried in place.
class Outbox {
public:
    static Result<Outbox> open(const std::filesystem::path& file);

    ~Outbox();
    Outbox(Outbox&&) noexcept;
    Outbox& operator=(Outbox&&) noexcept;

    /// Accepting the same key again changes nothing and succeeds.
    Result<> accept(const std::string& regionCode, const authority::Request& request, WallTime now);
    /// The earliest waiting request whose time has come, in order of acceptance.
    Result<std::optional<Due>> nextDue(WallTime now) const;
    /// Delivered: the content is erased, the fact is kept.
    Result<> markDelivered(std::int64_t sequence);
    /// Counts the attempt and sets the next one; a failure that will not heal makes the record
    /// dead.
    Result<> markFailed(std::int64_t sequence, const Error& error, WallTime nextAttempt);
    Result<std::vector<Entry>> list() const;
    Result<std::size_t> waiting() const;

private:
    struct Store;
    explicit Outbox(std::unique_ptr<Store> store);
    std::unique_ptr<Store> store_;
};

} // namespace kiosk::outbox
