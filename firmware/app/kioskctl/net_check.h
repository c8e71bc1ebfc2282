// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "firmware/app/config.h"
#include "firmware/base/clock.h"

namespace kiosk::app {

/// One layer of the way to a region's platform, as it was found just now.
struct LayerSeen {
    std::string region;          ///< code; empty for what all regions have in common
    std::string layer;           ///< "link", "tcp"
    std::optional<bool> holds{}; ///< nothing: could not be tried, or nobody could say
    std::string detail{};        ///< for the technician; of one that holds
    std::optional<Error> fault{};
};

/// Link and address of the machine, then for each region name, route, tcp, tls, service and time,
/// each only where those before it hold (G8). Asks every region once; takes at most a dozen seconds
/// for each. `root` is where /proc and /sys lie.
///
///   code                    who must act    layer    what
///   "network.no-link"       attendant       link     no cable, no radio
///   "network.no-address"    configuration   address  none given by hand or by DHCP
///   "network.no-name"       configuration   name     the name server does not know it or is silent
///   "network.no-route"      configuration   route    no gateway leads there
///   "network.port-refused"  supplier        tcp      the platform is there, nobody listens
///   "network.no-connection" supplier        tcp      nothing came back in time
///   "tls.own-files"         configuration   tls      this kiosk's certificate, key or issuers
///   "tls.no-handshake"      supplier        tls      no TLS, or it takes no certificate of ours
///   "tls.expired"           supplier        tls      the platform's certificate has run out
///   "tls.not-yet-valid"     technician      tls      nearly always: this kiosk's clock is behind
///   "tls.unknown-issuer"    configuration   tls      signed by nobody whom the kiosk believes
///   "tls.other-name"        configuration   tls      made for another host
///   those of Authority::catalogue()         service  asked, and no answer that is one
///   "clock.ahead", "clock.behind" technician time    by more than two minutes
std::vector<LayerSeen> checkNetwork(const Config& config, const std::filesystem::path& root,
                                    const Clock& clock);

/// A kiosk whose clock is further off than this signs and judges at wrong times; the network itself
/// takes far less.
inline constexpr std::chrono::minutes kClockSlack{2};

/// What going the way to one region's platform shows.
struct RegionSeen {
    std::optional<Error> fault{}; ///< the first of name, route, tcp and tls, as in the table above
    std::optional<std::chrono::seconds> ahead{}; ///< ours against its clock; negative: behind
};
RegionSeen seeRegion(const RegionChoice& choice, const Clock& clock);

/// What to begin with: the first that is broken. Nothing where nothing is.
const LayerSeen* firstBroken(const std::vector<LayerSeen>& layers);

} // namespace kiosk::app
