// SPDX-License-Identifier: Apache-2.0
#include "firmware/egress/gate.h"

#include <array>
#include <cerrno>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include "firmware/egress/reach.h"
#include "firmware/egress/relay.h"

namespace kiosk::egress {

namespace {

constexpr std::chrono::milliseconds kPatienceWithAsker{5000};

/// False when the gate ends, or the time is over.
bool waitFor(int socket, int stop, std::chrono::milliseconds patience) {
    std::array<pollfd, 2> watched{pollfd{socket, POLLIN, 0}, pollfd{stop, POLLIN, 0}};
    int ready = 0;
    do
        ready = ::poll(watched.data(), watched.size(), static_cast<int>(patience.count()));
    while (ready < 0 && errno == EINTR);
    return ready > 0 && watched[1].revents == 0;
}

/// A few bytes, for which there is always room.
void say(const Descriptor& socket, const Bytes& bytes) {
    if (!bytes.empty())
        static_cast<void>(::send(socket.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL));
}

struct Asked {
    std::optional<Destination> to;
    Bytes first{}; ///< what belongs to it already
};

Asked ask(const Descriptor& here, int stop) {
    SocksTalk talk;
    std::array<std::byte, 512> buffer{};
    while (waitFor(here.number(), stop, kPatienceWithAsker)) {
        const ssize_t got = ::recv(here.number(), buffer.data(), buffer.size(), 0);
        if (got <= 0)
            break;
        const auto step = talk.take(ByteView(buffer).first(static_cast<std::size_t>(got)));
        say(here, step.say);
        if (step.to || step.isOver)
            return {step.to, talk.rest()};
    }
    return {};
}

} // namespace

Gate::Gate(Allowed allowed, Limits limits)
    : allowed_(std::move(allowed)),
      limits_(limits),
      stop_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Gate::~Gate() {
    ::eventfd_write(stop_.number(), 1);
    listeners_.clear(); // nobody is admitted any more
    visitors_.clear();
}

Result<> Gate::serve(const std::string& name, Descriptor listening) {
    Way way;
    if (name != kSocks) {
        const auto fixed = allowed_.fixed.find(name);
        if (fixed == allowed_.fixed.end())
            return fail(ErrorKind::configuration, "egress.no-way", Remedy::technician, name);
        way = fixed->second;
    }
    listeners_.emplace_back(
        [this, way, listening = std::move(listening)] { listen(listening, way); });
    return {};
}

void Gate::listen(const Descriptor& listening, const Way& way) {
    constexpr std::chrono::milliseconds kForEver{-1};
    while (waitFor(listening.number(), stop_.number(), kForEver)) {
        Descriptor socket(
            ::accept4(listening.number(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
        if (socket)
            admit(std::move(socket), way);
    }
}

void Gate::admit(Descriptor socket, const Way& way) {
    const std::scoped_lock lock(mutex_);
    forgetThoseGone();
    if (visitors_.size() >= limits_.connections)
        return;
    Visitor& visitor = visitors_.emplace_back();
    visitor.thread = std::jthread([this, &visitor, way, here = std::move(socket)]() mutable {
        carry(here, way);
        here = Descriptor();
        const std::scoped_lock done(mutex_);
        visitor.isGone = true;
    });
}

void Gate::forgetThoseGone() {
    std::erase_if(visitors_, [](const Visitor& visitor) { return visitor.isGone; });
}

void Gate::carry(const Descriptor& here, const Way& way) const {
    const Asked asked = way ? Asked{way} : ask(here, stop_.number());
    if (!asked.to)
        return;
    const auto tell = [&](Reply reply) {
        if (!way)
            say(here, replyOf(reply));
    };
    if (!way && !allowed_.bySocks.contains(*asked.to))
        return tell(Reply::notAllowed);
    const auto reached = reach(*asked.to, limits_.patience, stop_.number());
    if (const Reply* why = std::get_if<Reply>(&reached))
        return tell(*why);
    tell(Reply::granted);
    relay(here, std::get<Descriptor>(reached), asked.first, stop_.number());
}

} // namespace kiosk::egress
