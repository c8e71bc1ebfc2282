// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/health/readings.h"
#include "firmware/health/sampling.h"

namespace kiosk::health::reading {

namespace {

using namespace std::chrono_literals;

constexpr Services kAll{Service::identify, Service::print, Service::verify, Service::lookUp};
/// A copy is made of a licence that was found valid, so printing rests on the issuers too.
constexpr Services kBelieving{Service::print, Service::verify};

// A few hundred requests and copies on their way, each written twice before it counts.
constexpr std::int64_t kDiskFull = std::int64_t{32} << 20;
constexpr std::int64_t kDiskLow = std::int64_t{256} << 20;
// One page of a large licence while it is drawn.
constexpr std::int64_t kMemoryLow = std::int64_t{64} << 20;
// Boards of this class slow down from about here on.
constexpr double kHot = 85;
constexpr auto kListOld = std::chrono::days(90);
constexpr auto kListEnding = std::chrono::days(30);

std::optional<Cause> faultOf(const std::optional<Outcome>& outcome) {
    return outcome ? outcome->fault : std::nullopt;
}

/// By whole seconds, of which whoever tells the two can make the other again.
std::optional<std::chrono::seconds> between(const std::optional<WallTime>& from,
                                            const std::optional<WallTime>& until) {
    if (!from || !until)
        return std::nullopt;
    return std::chrono::floor<std::chrono::seconds>(*until) -
           std::chrono::floor<std::chrono::seconds>(*from);
}

std::optional<Cause> diskFault(const std::optional<std::int64_t>& free) {
    if (free < kDiskFull)
        return Cause("disk.full", Remedy::technician);
    return faultIf(free < kDiskLow, Cause("disk.low", Remedy::technician));
}

} // namespace

Samples software(const Health& health) {
    return once(health.software);
}

Samples clockTime(const Health& health) {
    std::optional<std::chrono::seconds> at;
    if (health.at)
        at = std::chrono::floor<std::chrono::seconds>(health.at->time_since_epoch());
    return once(at);
}

Samples configuration(const Health& health) {
    return once(health.configuration, kAll, faultOf(health.configuration));
}

Samples assets(const Health& health) {
    return once(health.assets, kAll, faultOf(health.assets));
}

Samples store(const Health& health) {
    return once(health.store, {Service::print}, faultOf(health.store));
}

Samples diskFree(const Health& health) {
    if (!health.diskFree)
        return once(health.diskFree, {Service::print});
    const auto fault = diskFault(health.diskFree);
    const bool lets = *health.diskFree >= kDiskFull;
    return once(health.diskFree, lets ? Services{} : Services{Service::print}, fault);
}

Samples diskErrors(const Health& health) {
    const bool fails = health.diskErrors && *health.diskErrors > 0;
    return once(health.diskErrors, {}, faultIf(fails, Cause("disk.failing", Remedy::technician)));
}

Samples diskAtRest(const Health& health) {
    const bool isWorse = health.atRest == AtRest::plainBesideTpm;
    return once(health.atRest, {},
                faultIf(isWorse, Cause("disk.not-encrypted", Remedy::technician)));
}

Samples memoryFree(const Health& health) {
    const bool low = health.memoryFree && *health.memoryFree < kMemoryLow;
    return once(health.memoryFree, {}, faultIf(low, Cause("memory.low", Remedy::technician)));
}

Samples temperature(const Health& health) {
    const bool hot = health.celsius && *health.celsius >= kHot;
    return once(health.celsius, {}, faultIf(hot, Cause("board.hot", Remedy::technician)));
}

Samples clockState(const Health& health) {
    std::optional<Cause> fault;
    if (health.clock == ClockWord::behind)
        fault = Cause("clock.behind", Remedy::technician);
    if (health.clock == ClockWord::ahead)
        fault = Cause("clock.ahead", Remedy::technician);
    return once(health.clock, kBelieving, fault);
}

Samples trustLoaded(const Health& health) {
    return once(health.trust.loaded, kBelieving, faultOf(health.trust.loaded));
}

Samples trustName(const Health& health) {
    return once(health.trust.name);
}

Samples trustRoots(const Health& health) {
    return once(health.trust.roots, kBelieving,
                faultIf(health.trust.roots == 0, Cause("trust.empty", Remedy::configuration)));
}

Samples trustCopySigners(const Health& health) {
    return once(health.trust.copySigners);
}

Samples trustAge(const Health& health) {
    auto age = between(health.trust.changed, health.at);
    if (age)
        age = std::max(*age, std::chrono::seconds(0)); // the clock is behind, which is told as that
    const bool old = age && *age > kListOld;
    return once(age, {}, faultIf(old, Cause("trust.old", Remedy::configuration)));
}

Samples trustEndsIn(const Health& health) {
    const auto left = between(health.at, health.trust.firstEnd);
    const bool ending = left && *left < kListEnding;
    return once(left, {}, faultIf(ending, Cause("trust.ending", Remedy::configuration)));
}

} // namespace kiosk::health::reading
