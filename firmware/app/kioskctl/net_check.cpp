// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/net_check.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "firmware/app/open_region.h"
#include "firmware/authority/path_check.h"
#include "firmware/base/iso_time.h"
#include "firmware/health/machine_facts.h"

namespace kiosk::app {

namespace {

using authority::PathSeen;
using authority::TlsSeen;

std::optional<Error> faultIn(ErrorKind kind, std::string_view code, Remedy remedy,
                             const std::string& detail) {
    return Error(kind, code, remedy, detail);
}

std::string wordsOf(int fault) {
    return std::generic_category().message(fault);
}

std::string placeOf(const PathSeen& seen) {
    return seen.host + " port " + seen.port;
}

std::string joined(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words)
        line += (line.empty() ? "" : ", ") + word;
    return line;
}

std::optional<Error> nameFault(const PathSeen& seen) {
    if (seen.lookUpFault.empty())
        return std::nullopt;
    return faultIn(ErrorKind::unavailable, "network.no-name", Remedy::configuration,
                   seen.host + ": " + seen.lookUpFault);
}

std::optional<Error> routeFault(const PathSeen& seen) {
    if (seen.routeFault == 0)
        return std::nullopt;
    return faultIn(ErrorKind::unavailable, "network.no-route", Remedy::configuration,
                   joined(seen.addresses) + ": " + wordsOf(seen.routeFault));
}

std::optional<Error> tcpFault(const PathSeen& seen) {
    if (seen.connectFault == 0)
        return std::nullopt;
    const bool refused = seen.connectFault == ECONNREFUSED;
    return faultIn(ErrorKind::unavailable,
                   refused ? "network.port-refused" : "network.no-connection", Remedy::supplier,
                   placeOf(seen) + ": " + wordsOf(seen.connectFault));
}

/// A certificate's time is judged by this kiosk's clock, which may be what is wrong.
std::string timesOf(const PathSeen& seen, WallTime now) {
    if (!seen.validFrom || !seen.validUntil)
        return seen.tlsFault;
    return seen.tlsFault + ": from " + isoTime(*seen.validFrom) + " until " +
           isoTime(*seen.validUntil) + ", and it is " + isoTime(now) + " here";
}

std::optional<Error> tlsFault(const PathSeen& seen, WallTime now) {
    switch (seen.tls) {
    case TlsSeen::ownFiles:
        return faultIn(ErrorKind::configuration, "tls.own-files", Remedy::configuration,
                       seen.tlsFault);
    case TlsSeen::noHandshake:
        return faultIn(ErrorKind::refused, "tls.no-handshake", Remedy::supplier, seen.tlsFault);
    case TlsSeen::expired:
        return faultIn(ErrorKind::integrity, "tls.expired", Remedy::supplier, timesOf(seen, now));
    case TlsSeen::notYetValid:
        return faultIn(ErrorKind::integrity, "tls.not-yet-valid", Remedy::technician,
                       timesOf(seen, now));
    case TlsSeen::unknownIssuer:
        return faultIn(ErrorKind::integrity, "tls.unknown-issuer", Remedy::configuration,
                       seen.tlsFault);
    case TlsSeen::otherName:
        return faultIn(ErrorKind::integrity, "tls.other-name", Remedy::configuration,
                       seen.host + ": " + seen.tlsFault);
    case TlsSeen::held:
    case TlsSeen::notTried:
        break;
    }
    return std::nullopt;
}

/// Of one region; adds layers until one is broken, and the rest as not tried.
class RegionWay {
public:
    RegionWay(std::vector<LayerSeen>& layers, std::string region)
        : layers_(layers), region_(std::move(region)) {}

    void add(const std::string& layer, const std::string& detail,
             const std::optional<Error>& fault) {
        LayerSeen seen{.region = region_, .layer = layer};
        if (!blocked_) {
            seen.holds = !fault;
            seen.detail = fault ? "" : detail;
            seen.fault = fault;
        }
        blocked_ = blocked_ || fault.has_value();
        layers_.push_back(std::move(seen));
    }
    bool isBlocked() const { return blocked_; }

private:
    std::vector<LayerSeen>& layers_;
    std::string region_;
    bool blocked_ = false;
};

Result<std::string> askCatalogue(const RegionChoice& choice) {
    const auto region = TRY(openRegion(choice));
    return std::to_string(TRY(region->catalogue({})).size()) + " licence types";
}

/// "3600 s ahead of the platform's".
LayerSeen timeOf(const std::string& region, const PathSeen& seen, WallTime now) {
    LayerSeen time{.region = region, .layer = "time"};
    if (!seen.platformTime)
        return time;
    const auto ahead = std::chrono::round<std::chrono::seconds>(now - *seen.platformTime);
    time.detail = std::to_string(std::abs(ahead.count())) + " s " +
                  (ahead.count() < 0 ? "behind" : "ahead of") + " the platform's";
    time.holds = std::chrono::abs(ahead) <= kClockSlack;
    if (time.holds == false)
        time.fault =
            faultIn(ErrorKind::configuration, ahead.count() < 0 ? "clock.behind" : "clock.ahead",
                    Remedy::technician, time.detail);
    return time;
}

void checkRegion(std::vector<LayerSeen>& layers, const RegionChoice& choice, const Clock& clock) {
    const PathSeen seen = authority::goAlong(optionsOf(choice));
    const WallTime now = clock.wall();
    RegionWay way(layers, choice.region.code);
    way.add("name", joined(seen.addresses), nameFault(seen));
    way.add("route", "", routeFault(seen));
    way.add("tcp", placeOf(seen), tcpFault(seen));
    way.add("tls", seen.validUntil ? "certificate until " + isoTime(*seen.validUntil) : "",
            tlsFault(seen, now));
    const auto asked = way.isBlocked() ? Result<std::string>("") : askCatalogue(choice);
    way.add("service", asked.value_or(""),
            asked ? std::nullopt : std::optional<Error>(asked.error()));
    layers.push_back(timeOf(choice.region.code, seen, now));
}

/// What a region's answer came through holds, whatever can be seen of it.
bool anyConnected(const std::vector<LayerSeen>& layers) {
    return std::ranges::any_of(
        layers, [](const LayerSeen& seen) { return seen.layer == "tcp" && seen.holds == true; });
}

std::vector<LayerSeen> machineLayers(const std::filesystem::path& root) {
    LayerSeen link{.layer = "link", .holds = health::hasLink(root)};
    LayerSeen address{.layer = "address", .holds = health::hasAddress(root)};
    if (link.holds == false) {
        link.fault = faultIn(ErrorKind::unavailable, "network.no-link", Remedy::attendant,
                             "no interface has a carrier");
        address.holds.reset();
    }
    if (address.holds == false)
        address.fault = faultIn(ErrorKind::configuration, "network.no-address",
                                Remedy::configuration, "no interface has an address");
    return {link, address};
}

} // namespace

std::vector<LayerSeen> checkNetwork(const Config& config, const std::filesystem::path& root,
                                    const Clock& clock) {
    std::vector<LayerSeen> regions;
    for (const RegionChoice& choice : config.regions)
        checkRegion(regions, choice, clock);
    std::vector<LayerSeen> layers = machineLayers(root);
    if (anyConnected(regions))
        for (LayerSeen& layer : layers)
            layer = {.layer = layer.layer, .holds = true};
    layers.insert(layers.end(), regions.begin(), regions.end());
    return layers;
}

RegionSeen seeRegion(const RegionChoice& choice, const Clock& clock) {
    const PathSeen seen = authority::goAlong(optionsOf(choice));
    RegionSeen region;
    const WallTime now = clock.wall();
    for (const auto& fault :
         {nameFault(seen), routeFault(seen), tcpFault(seen), tlsFault(seen, now)})
        if (fault && !region.fault)
            region.fault = fault;
    if (seen.platformTime)
        region.ahead = std::chrono::round<std::chrono::seconds>(now - *seen.platformTime);
    return region;
}

const LayerSeen* firstBroken(const std::vector<LayerSeen>& layers) {
    const auto found =
        std::ranges::find_if(layers, [](const LayerSeen& seen) { return seen.fault.has_value(); });
    return found == layers.end() ? nullptr : &*found;
}

} // namespace kiosk::app
