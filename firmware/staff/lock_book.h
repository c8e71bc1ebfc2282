// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "firmware/base/clock.h"
#include "firmware/base/result.h"

namespace kiosk::staff {

/// The book's name in the kiosk's state folder.
inline constexpr std::string_view kLocksFileName = "staff_locks.json";

/// Wrong PINs so far, by card (S1): from the third on a card is locked, for longer each time. On
/// the disk before a PIN is judged, so that neither a restart nor a pulled plug gives a try back.
class LockBook {
public:
    static constexpr int kFreeTries = 3;
    /// After so many wrong ones in a row: 1 minute at the third, then 5, 15 and 60.
    static std::chrono::seconds lockAfter(int wrong);

    /// No file is an empty book. "staff.locks" (storage, technician): it cannot be read; nobody
    /// is let in then, for it may have been spoilt to forget a lock.
    static Result<LockBook> open(const std::filesystem::path& file);

    /// How long this card is still locked; 0: a PIN may be tried. A clock that was set back since
    /// begins the wait anew: it makes no lock shorter and none endless.
    Result<std::chrono::seconds> lockedFor(const std::string& mark, WallTime now);
    /// A PIN is about to be judged: counted as wrong. Errors: those of writing the file.
    Result<> tryBegins(const std::string& mark, WallTime now);
    /// It was right: the card's count is struck out. Errors: those of writing the file.
    Result<> wasRight(const std::string& mark);
    /// Wrong ones in a row.
    int wrongTries(const std::string& mark) const;

private:
    struct Count {
        int wrong = 0;
        WallTime last{};
    };
    explicit LockBook(std::filesystem::path file) : file_(std::move(file)) {}
    Result<> read(std::string_view text);
    Result<> write() const;

    std::filesystem::path file_;
    std::map<std::string, Count> counts_;
};

} // namespace kiosk::staff
