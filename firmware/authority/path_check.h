// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/authority/json_authority.h"

namespace kiosk::authority {

/// What became of the TLS handshake with a platform. The first that is true counts.
enum class TlsSeen {
    notTried,      ///< no connection to try it on
    held,          ///< the certificate is the platform's, and it took ours
    ownFiles,      ///< the kiosk's own certificate, key or list of issuers cannot be read
    noHandshake,   ///< the other side speaks no TLS that we speak, or ended it
    expired,       ///< by this kiosk's clock
    notYetValid,   ///< by this kiosk's clock
    unknownIssuer, ///< signed by nobody on the region's list
    otherName      ///< made for another host than the one in the configuration
};

/// How far one came on the way to a platform, layer by layer, and what stood in the way. Plain
/// facts: whoever tells them says what they mean.
struct PathSeen {
    std::string host;
    std::string port;
    std::vector<std::string> addresses; ///< numeric; none where the name could not be looked up
    std::string lookUpFault;            ///< the resolver's words; empty: found
    int routeFault = 0;                 ///< errno of choosing a way there; 0: there is one
    int connectFault = 0;               ///< errno of connecting; 0: connected
    TlsSeen tls = TlsSeen::notTried;
    std::string tlsFault;                   ///< OpenSSL's words; empty: held
    std::optional<WallTime> validFrom{};    ///< of the platform's certificate, where it showed one
    std::optional<WallTime> validUntil{};   ///< likewise
    std::optional<WallTime> platformTime{}; ///< its own clock as its answer says; to the second
};

/// Goes the way to a platform once, with what the kiosk is configured with, and stops where it is
/// blocked: name (getaddrinfo), route (a datagram socket connected there, nothing is sent), TCP,
/// TLS, and one HEAD request for the platform's time. On any thread; each step takes at most the
/// options' connect time, a lookup as long as the resolver takes. A peer that ends the connection
/// may raise SIGPIPE: the caller ignores it.
PathSeen goAlong(const JsonAuthorityOptions& options);

} // namespace kiosk::authority
