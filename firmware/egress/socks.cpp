// SPDX-License-Identifier: Apache-2.0
#include "firmware/egress/socks.h"

#include <array>
#include <cstddef>

#include <arpa/inet.h>

namespace kiosk::egress {

namespace {

// RFC 1928, sections 3 to 6.
constexpr unsigned kVersion = 5;
constexpr unsigned kNoAuthentication = 0;
constexpr unsigned kNoMethod = 0xFF;
constexpr unsigned kConnect = 1;
constexpr unsigned kAddressV4 = 1;
constexpr unsigned kAddressName = 3;
constexpr unsigned kAddressV6 = 4;
constexpr std::size_t kHead = 4; // version, command, nothing, kind of address

unsigned at(const Bytes& bytes, std::size_t place) {
    return std::to_integer<unsigned>(bytes[place]);
}

Bytes bytesFrom(std::initializer_list<unsigned> values) {
    Bytes bytes;
    for (const unsigned value : values)
        bytes.push_back(static_cast<std::byte>(value));
    return bytes;
}

/// How long the address is that begins behind the head, its own length included; 0 for no kind.
std::size_t lengthOfAddress(const Bytes& request) {
    switch (at(request, kHead - 1)) {
    case kAddressV4:
        return 4;
    case kAddressV6:
        return 16;
    case kAddressName:
        return 1 + at(request, kHead);
    default:
        return 0;
    }
}

std::string numberFrom(int family, const std::byte* address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const char* number = ::inet_ntop(family, address, text.data(), text.size());
    return number == nullptr ? std::string() : std::string(number);
}

std::string hostOf(const Bytes& request) {
    switch (at(request, kHead - 1)) {
    case kAddressV4:
        return numberFrom(AF_INET, &request[kHead]);
    case kAddressV6:
        return "[" + numberFrom(AF_INET6, &request[kHead]) + "]";
    default:
        return toText(ByteView(request).subspan(kHead + 1, at(request, kHead)));
    }
}

} // namespace

SocksTalk::Step SocksTalk::take(ByteView bytes) {
    held_.insert(held_.end(), bytes.begin(), bytes.end());
    Step all;
    for (;;) {
        std::optional<Step> step = phase_ == Phase::greeting  ? greeting()
                                   : phase_ == Phase::request ? request()
                                                              : std::nullopt;
        if (!step)
            return all;
        all.say.insert(all.say.end(), step->say.begin(), step->say.end());
        all.to = step->to;
        all.isOver = step->isOver;
    }
}

SocksTalk::Step SocksTalk::end(Bytes say) {
    phase_ = Phase::done;
    return {.say = std::move(say), .isOver = true};
}

std::optional<SocksTalk::Step> SocksTalk::greeting() {
    if (!held_.empty() && at(held_, 0) != kVersion)
        return end({});
    if (held_.size() < 2 || held_.size() < 2 + at(held_, 1))
        return std::nullopt;
    const std::size_t length = 2 + at(held_, 1);
    bool isOffered = false;
    for (std::size_t place = 2; place < length; ++place)
        isOffered = isOffered || at(held_, place) == kNoAuthentication;
    held_.erase(held_.begin(), held_.begin() + static_cast<std::ptrdiff_t>(length));
    if (!isOffered)
        return end(bytesFrom({kVersion, kNoMethod}));
    phase_ = Phase::request;
    return Step{.say = bytesFrom({kVersion, kNoAuthentication})};
}

std::optional<SocksTalk::Step> SocksTalk::request() {
    if (held_.size() <= kHead)
        return std::nullopt;
    if (at(held_, 0) != kVersion || at(held_, 1) != kConnect)
        return end(replyOf(Reply::notACommand));
    const std::size_t address = lengthOfAddress(held_);
    if (address == 0)
        return end(replyOf(Reply::notAnAddress));
    const std::size_t length = kHead + address + 2;
    if (held_.size() < length)
        return std::nullopt;
    const unsigned port = at(held_, length - 2) << 8U | at(held_, length - 1);
    const auto to = destinationFrom(hostOf(held_) + ":" + std::to_string(port));
    held_.erase(held_.begin(), held_.begin() + static_cast<std::ptrdiff_t>(length));
    if (!to)
        return end(replyOf(Reply::notAnAddress));
    phase_ = Phase::done;
    return Step{.to = to};
}

Bytes replyOf(Reply reply) {
    // Where it is bound to is nobody's business: 0.0.0.0:0.
    return bytesFrom({kVersion, static_cast<unsigned>(reply), 0, kAddressV4, 0, 0, 0, 0, 0, 0});
}

} // namespace kiosk::egress
