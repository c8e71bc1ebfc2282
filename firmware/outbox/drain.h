// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "firmware/authority/authority.h"
#include "firmware/base/random.h"
#include "firmware/outbox/outbox.h"

namespace kiosk::outbox {

/// The waiting before attempt n+1 after n failures: random(0, min(kLongestDelay, 2 s · 2^n)), so
/// that kiosks which lost the same platform together do not come back together.
std::chrono::milliseconds retryDelay(int failures, RandomSource& random);

/// What a failed attempt means.
enum class Outcome {
    regionSilent, ///< nobody there, or not the right one: the region rests, the record is not at
                  ///< fault
    tryAgain,     ///< an answer that may heal
    dead          ///< said no, or answered eight times in a row the same way to this record
};
/// `sameErrorBefore`: how often this same code came in a row before.
Outcome judgeFailure(const Error& error, int sameErrorBefore);

/// What became of a record after an attempt.
enum class Settled { delivered, waiting, dead };

/// What one pass did.
struct DrainReport {
    int delivered = 0;
    int waiting = 0; ///< attempts that failed and will be made again
    int dead = 0;
};

/// Decides what is sent when, and what an answer means. The outbox is touched in next() and
/// settle() only, so that the call between them may run on another worker and never holds up an
/// accept(); next, settle and drain take turns on the outbox's thread. Everything given must
/// outlive it.
///
/// A silent region rests with a back-off of its own: one record is enough to find out whether it is
/// back. An answer that looks wrong costs only its own record a delay, and the next ones go first;
/// after five such answers in a row the region rests too.
class Drainer {
public:
    struct Parts {
        Outbox& outbox;
        std::vector<authority::Authority*> authorities; ///< one for each region
        const Clock& clock;
        RandomSource& random;
    };
    explicit Drainer(Parts parts) : parts_(std::move(parts)) {}

    /// A record to be submitted now, if there is one. Records for regions nobody here speaks to
    /// wait. Errors are the outbox's.
    Result<std::optional<Due>> next();
    authority::Authority* authorityOf(const std::string& regionCode) const;
    /// What the authority answered to it.
    Result<Settled> settle(const Due& due, const Result<>& answer);

    /// All of it on one thread: until nothing is due, or `stop`. Call it every few seconds; with
    /// nothing due it costs one query.
    Result<DrainReport> drain(std::stop_token stop);

private:
    struct RegionHealth {
        int failuresInRow = 0;
        SteadyTime restsUntil{};
    };

    std::vector<std::string> restingRegions() const;
    Result<Settled> settleFailure(const Due& due, const Error& error);
    void noteFailure(const std::string& regionCode, Outcome outcome);

    Parts parts_;
    std::map<std::string, RegionHealth> health_;
};

} // namespace kiosk::outbox
