// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/closer_look.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/net_check.h"
#include "firmware/health/report.h"

namespace kiosk::app {

namespace {

using health::Cause;
using health::Service;
using nlohmann::json;

/// What a kiosk says when it cannot tell more.
constexpr std::array<std::string_view, 2> kFar{"authority.unreachable", "authority.untrusted"};

bool isFar(const json& why) {
    return std::ranges::find(kFar, why["code"].get<std::string>()) != kFar.end();
}

bool isOf(const json& entry, const char* key, const std::string& region) {
    return entry.contains(key) && entry[key] == region && entry.contains("why") &&
           isFar(entry["why"]);
}

void putNearer(json& report, const std::string& region, const Cause& cause) {
    for (json& finding : report["findings"])
        if (finding["fact"] == "region_answers" && isOf(finding, "of", region))
            finding["why"] = health::causeOf(cause);
    for (json& service : report["services"])
        if (isOf(service, "region", region))
            service["why"] = health::causeOf(cause);
}

/// The one that is nearest: one region's wrong clock is not this kiosk's.
std::optional<std::chrono::seconds> leastOff(const std::vector<RegionSeen>& regions) {
    std::optional<std::chrono::seconds> least;
    for (const RegionSeen& region : regions)
        if (region.ahead && (!least || std::chrono::abs(*region.ahead) < std::chrono::abs(*least)))
            least = region.ahead;
    return least;
}

bool isTold(const json& report, std::string_view fact) {
    return std::ranges::any_of(report["findings"],
                               [fact](const json& finding) { return finding["fact"] == fact; });
}

/// Beyond a day nothing that has a date is believed any more: as of a clock before the trust list.
json clockFinding(const Cause& cause, bool isDaysOff) {
    json stops = json::array();
    if (isDaysOff)
        stops = {name(Service::print), name(Service::verify)};
    return {{"fact", "clock_state"}, {"stops", stops}, {"why", health::causeOf(cause)}};
}

void putClock(json& report, std::chrono::seconds ahead) {
    constexpr auto kDays = std::chrono::days(1);
    if (std::chrono::abs(ahead) <= kClockSlack || isTold(report, "clock_state"))
        return;
    const Cause cause(ahead.count() < 0 ? "clock.behind" : "clock.ahead", Remedy::technician);
    const bool isDaysOff = std::chrono::abs(ahead) > kDays;
    json& findings = report["findings"];
    const auto firstWarning = std::ranges::find_if(
        findings, [](const json& finding) { return finding["stops"].empty(); });
    findings.insert(isDaysOff ? findings.begin() : json::iterator(firstWarning),
                    clockFinding(cause, isDaysOff));
    for (json& service : report["services"])
        if (isDaysOff && service["ready"] != false &&
            (service["service"] == name(Service::print) ||
             service["service"] == name(Service::verify))) {
            service["ready"] = false;
            service["why"] = health::causeOf(cause);
        }
}

} // namespace

void lookCloser(json& report, const Config& config, const Clock& clock) {
    std::vector<RegionSeen> regions;
    for (const RegionChoice& choice : config.regions) {
        const RegionSeen& seen = regions.emplace_back(seeRegion(choice, clock));
        if (seen.fault)
            putNearer(report, health::RegionCode(choice.region.code).text(), Cause(*seen.fault));
    }
    if (const auto ahead = leastOff(regions))
        putClock(report, *ahead);
}

} // namespace kiosk::app
