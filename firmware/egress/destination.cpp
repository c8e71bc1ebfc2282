// SPDX-License-Identifier: Apache-2.0
#include "firmware/egress/destination.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace kiosk::egress {

namespace {

std::optional<std::uint16_t> portFrom(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (fault != std::errc() || end != text.data() + text.size() || port == 0)
        return std::nullopt;
    return port;
}

bool isInName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
}

bool isInNumber(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == ':' || c == '.';
}

std::string lower(std::string_view text) {
    std::string low(text);
    std::ranges::transform(low, low.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return low;
}

/// As the list's line says it; false where it says nothing.
bool take(const std::string& line, Allowed& allowed) {
    std::istringstream words(line);
    std::string way;
    std::string name;
    std::string to;
    std::string more;
    words >> way;
    if (way == "fixed")
        words >> name;
    words >> to;
    const auto destination = destinationFrom(to);
    if (!destination || words >> more)
        return false;
    if (way == "socks")
        return allowed.bySocks.insert(*destination).second;
    return way == "fixed" && allowed.fixed.emplace(name, *destination).second;
}

} // namespace

std::optional<Destination> destinationFrom(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    const auto port = portFrom(text.substr(colon + 1));
    std::string host = lower(text.substr(0, colon));
    const bool isNumber = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (isNumber)
        host = host.substr(1, host.size() - 2);
    const bool isSound =
        isNumber ? std::ranges::all_of(host, isInNumber) : std::ranges::all_of(host, isInName);
    constexpr std::size_t kLongestName = 253; // RFC 1035
    if (!port || host.empty() || host.size() > kLongestName || !isSound)
        return std::nullopt;
    return Destination{std::move(host), *port};
}

std::string placeOf(const Destination& destination) {
    const bool isNumber = destination.host.find(':') != std::string::npos;
    return (isNumber ? "[" + destination.host + "]" : destination.host) + ":" +
           std::to_string(destination.port);
}

Result<Allowed> allowedFrom(std::string_view text) {
    Allowed allowed;
    std::istringstream lines{std::string(text)};
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (!take(line, allowed))
            return fail(ErrorKind::configuration, "egress.list", Remedy::technician,
                        "line " + std::to_string(number));
    }
    return allowed;
}

std::string listOf(const Allowed& allowed) {
    std::string text;
    for (const Destination& destination : allowed.bySocks)
        text += "socks " + placeOf(destination) + "\n";
    for (const auto& [name, destination] : allowed.fixed)
        text += "fixed " + name + " " + placeOf(destination) + "\n";
    return text;
}

} // namespace kiosk::egress
