// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/egress.h"

#include <algorithm>
#include <cstdlib>

namespace kiosk::app {

namespace {

constexpr std::uint16_t kHttpsPort = 443;
constexpr std::uint16_t kIppPort = 631;

/// "https://HOST[:PORT][/…]"; the port of the scheme where none stands there.
std::optional<egress::Destination> hostOf(std::string_view address, std::uint16_t port) {
    const std::size_t scheme = address.find("://");
    if (scheme == std::string_view::npos)
        return std::nullopt;
    address.remove_prefix(scheme + 3);
    std::string place(address.substr(0, std::min(address.find_first_of("/?#"), address.size())));
    const std::size_t bracket = place.rfind(']');
    const std::size_t colon = place.rfind(':');
    const bool hasPort =
        colon != std::string::npos && (bracket == std::string::npos || colon > bracket);
    return egress::destinationFrom(hasPort ? place : place + ":" + std::to_string(port));
}

void add(egress::Allowed& allowed, const char* part, const DeviceChoice& printer) {
    if (printer.module != "ipp")
        return;
    if (const auto host = hostOf(printer.at, kIppPort))
        allowed.fixed.emplace(part, *host);
}

} // namespace

egress::Allowed allowedBy(const Config& config) {
    egress::Allowed allowed;
    for (const RegionChoice& region : config.regions)
        if (const auto host = hostOf(region.url, kHttpsPort))
            allowed.bySocks.insert(*host);
    add(allowed, "printer", config.printer);
    if (config.receiptPrinter)
        add(allowed, "receiptPrinter", *config.receiptPrinter);
    return allowed;
}

std::filesystem::path egressSocket(std::string_view name) {
    const char* folder = std::getenv("KIOSK_EGRESS");
    return folder == nullptr ? std::filesystem::path() : std::filesystem::path(folder) / name;
}

} // namespace kiosk::app
