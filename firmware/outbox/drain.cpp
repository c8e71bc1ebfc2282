// SPDX-License-Identifier: Apache-2.0
#include "firmware/outbox/drain.h"

#include <algorithm>

namespace kiosk::outbox {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kFirstDelay{2000};
constexpr int kMaxSameAnswer = 8;
constexpr int kMaxWrongAnswersInRow = 5;

} // namespace

milliseconds retryDelay(int failures, RandomSource& random) {
    milliseconds longest = kFirstDelay;
    for (int i = 0; i < failures && longest < kLongestDelay; ++i)
        longest *= 2;
    longest = std::min<milliseconds>(longest, kLongestDelay);
    const auto choices = static_cast<std::uint64_t>(longest.count()) + 1;
    return milliseconds(static_cast<std::int64_t>(random.next() % choices));
}

Outcome judgeFailure(const Error& error, int sameErrorBefore) {
    switch (error.kind()) {
    case ErrorKind::refused:
    case ErrorKind::notFound:
    case ErrorKind::unsupported:
        return Outcome::dead;
    case ErrorKind::malformed:
    case ErrorKind::limitExceeded:
    case ErrorKind::internal:
        return sameErrorBefore + 1 >= kMaxSameAnswer ? Outcome::dead : Outcome::tryAgain;
    case ErrorKind::unavailable:
        // A platform that answers at all may be troubled by this one record.
        return error.code() == "authority.out-of-service" ? Outcome::tryAgain
                                                          : Outcome::regionSilent;
    // A stranger's certificate, or a kiosk set up wrongly: no wish may die of that.
    case ErrorKind::integrity:
    case ErrorKind::configuration:
    case ErrorKind::timedOut:
    case ErrorKind::cancelled:
    case ErrorKind::storage:
    case ErrorKind::device:
        return Outcome::regionSilent;
    }
    return Outcome::regionSilent;
}

authority::Authority* Drainer::authorityOf(const std::string& regionCode) const {
    const auto found = std::ranges::find_if(parts_.authorities, [&](const auto* authority) {
        return authority->region().code == regionCode;
    });
    return found == parts_.authorities.end() ? nullptr : *found;
}

std::vector<std::string> Drainer::restingRegions() const {
    std::vector<std::string> resting;
    for (const auto& [code, health] : health_) {
        if (parts_.clock.steady() < health.restsUntil)
            resting.push_back(code);
    }
    return resting;
}

Result<std::optional<Due>> Drainer::next() {
    while (true) {
        auto due = TRY(parts_.outbox.nextDue(parts_.clock.wall(), restingRegions()));
        if (!due || authorityOf(due->regionCode) != nullptr)
            return due;
        health_[due->regionCode].restsUntil = parts_.clock.steady() + kLongestDelay;
    }
}

Result<Settled> Drainer::settle(const Due& due, const Result<>& answer) {
    if (!answer)
        return settleFailure(due, answer.error());
    health_.erase(due.regionCode);
    TRY(parts_.outbox.markDelivered(due.sequence));
    // What was erased goes from the log beside the file as well.
    TRY(parts_.outbox.checkpoint());
    return Settled::delivered;
}

Result<Settled> Drainer::settleFailure(const Due& due, const Error& error) {
    if (error.kind() == ErrorKind::cancelled)
        return Settled::waiting; // our own doing, no attempt
    const int before = error.code() == due.lastError ? due.sameErrorInRow : 0;
    const Outcome outcome = judgeFailure(error, before);
    if (outcome == Outcome::dead) {
        // The platform is there and judged: that is no failure of the region.
        health_.erase(due.regionCode);
        TRY(parts_.outbox.markDead(due.sequence, error));
        return Settled::dead;
    }
    noteFailure(due.regionCode, outcome);
    TRY(parts_.outbox.markFailed(due.sequence, error,
                                 parts_.clock.wall() + retryDelay(due.attempts, parts_.random)));
    return Settled::waiting;
}

void Drainer::noteFailure(const std::string& regionCode, Outcome outcome) {
    RegionHealth& health = health_[regionCode];
    const int before = health.failuresInRow++;
    if (outcome == Outcome::tryAgain && health.failuresInRow < kMaxWrongAnswersInRow)
        return;
    // Never no rest at all: a pass must come to its end.
    const auto rest = std::max(retryDelay(before, parts_.random), milliseconds(1));
    health.restsUntil = parts_.clock.steady() + rest;
}

Result<DrainReport> Drainer::drain(std::stop_token stop) {
    DrainReport report;
    while (!stop.stop_requested()) {
        const auto due = TRY(next());
        if (!due)
            break;
        const auto answer = authorityOf(due->regionCode)->submit(due->request, stop);
        const Settled settled = TRY(settle(*due, answer));
        report.delivered += settled == Settled::delivered ? 1 : 0;
        report.waiting += settled == Settled::waiting ? 1 : 0;
        report.dead += settled == Settled::dead ? 1 : 0;
        if (!answer && answer.error().kind() == ErrorKind::cancelled)
            break;
    }
    return report;
}

} // namespace kiosk::outbox
