// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "firmware/base/bytes.h"
#include "firmware/base/clock.h"
#include "firmware/base/random.h"
#include "firmware/base/result.h"

namespace kiosk::assist {

/// The book's name in the kiosk's state folder.
inline constexpr std::string_view kFileName = "assist.db";
/// A companion may help so many people a day, unless the site says otherwise: a family, not a
/// trade.
inline constexpr int kHoldersPerDay = 3;
/// A record of consent is kept as long as logs of a network have to be (网络安全法 art. 21).
inline constexpr std::chrono::days kKept{184};

/// The numbers of two cards. Personal data: neither is ever written down.
struct Pair {
    std::string companion; ///< whoever helps
    std::string holder;    ///< whose licences it is about

    bool operator==(const Pair&) const = default;
};

/// What a holder agreed to, as it was put before them.
struct Consent {
    Pair pair;
    std::string words;    ///< key of the text, "consent.2026-11"
    std::string language; ///< that it was shown in, BCP 47
};

/// A consent on record.
struct Record {
    std::int64_t sequence = 0; ///< never reused
    WallTime givenAt{};
    std::string words;
    std::string language;
    Bytes salt;
    Bytes mark; ///< markOf(pair, salt)
};

/// SM3 over salt and both numbers: tells whoever has both cards that a record is theirs, and nobody
/// else anything.
Bytes markOf(const Pair& pair, ByteView salt);

/// Who helped whom today, and each consent that was given (SQLite, durable). Days are given by
/// whoever asks, in the kiosk's own time; another day than the book's, later or earlier, erases
/// what is known of that one, its salt first. Each call opens the file and closes it. One thread at
/// a time. Errors:
///
///   code               kind     remedy      meaning
///   "assist.limit"     refused  attendant   this companion has helped enough people today
///   "assist.storage"   storage  technician  the file cannot be used; detail: why
class AssistBook {
public:
    /// `file` is made with the first question. `random` outlives the book.
    AssistBook(std::filesystem::path file, RandomSource& random, int holdersPerDay = kHoldersPerDay)
        : file_(std::move(file)), random_(random), holdersPerDay_(holdersPerDay) {}

    /// May they today? Somebody helped before on that day does not count again.
    Result<> mayHelp(const Pair& pair, std::chrono::sys_days today) const;
    /// Counts the companion's day and keeps the consent, both or neither; returns the record's
    /// sequence. What mayHelp() refuses is refused here too.
    Result<std::int64_t> record(const Consent& consent, std::chrono::sys_days today,
                                WallTime now) const;
    /// Erases what is over: another day's companions, and records older than kKept.
    Result<> forget(std::chrono::sys_days today, WallTime now) const;
    Result<std::vector<Record>> records() const; ///< oldest first

private:
    std::filesystem::path file_;
    RandomSource& random_;
    int holdersPerDay_;
};

} // namespace kiosk::assist
