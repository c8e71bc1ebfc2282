// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "firmware/base/result.h"

namespace kiosk::egress {

/// A host by its name or number, in lower case, and its port.
struct Destination {
    std::string host;
    std::uint16_t port = 0;

    auto operator<=>(const Destination&) const = default;
};

/// "host:443"; a number of IPv6 in brackets, as in an address of the web: "[::1]:443". Nothing for
/// anything else.
std::optional<Destination> destinationFrom(std::string_view text);
std::string placeOf(const Destination& destination);

/// The name of the socket at which SOCKS is spoken; any other leads to one destination.
inline constexpr std::string_view kSocks = "regions";

/// Where a kiosk may connect to.
struct Allowed {
    std::set<Destination> bySocks;            ///< those of the regions
    std::map<std::string, Destination> fixed; ///< by the name of the socket: "printer"

    bool operator==(const Allowed&) const = default;
};

/// A line each: "socks HOST:PORT" or "fixed NAME HOST:PORT". Errors: "egress.list" (configuration,
/// technician) with the line's number: nothing of such a list is used.
Result<Allowed> allowedFrom(std::string_view text);
std::string listOf(const Allowed& allowed);

} // namespace kiosk::egress
