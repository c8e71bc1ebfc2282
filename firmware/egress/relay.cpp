// SPDX-License-Identifier: Apache-2.0
#include "firmware/egress/relay.h"

#include <array>
#include <cerrno>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kiosk::egress {

namespace {

constexpr std::size_t kMostHeld = 64U << 10; // bytes

bool isToBeTriedAgain(int fault) {
    return fault == EAGAIN || fault == EINTR;
}

/// One direction.
class Way {
public:
    Way(int from, int to, ByteView first)
        : from_(from), to_(to), held_(first.begin(), first.end()) {}

    bool wantsToRead() const { return !ended_ && held_.empty(); }
    bool wantsToWrite() const { return !held_.empty(); }
    bool isOver() const { return broken_ || (ended_ && held_.empty()); }
    bool isBroken() const { return broken_; }

    void read() {
        held_.resize(kMostHeld);
        const ssize_t got = ::recv(from_, held_.data(), held_.size(), 0);
        held_.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        if (got == 0)
            end();
        else if (got < 0 && !isToBeTriedAgain(errno))
            broken_ = true;
    }

    void write() {
        const ssize_t sent = ::send(to_, held_.data(), held_.size(), MSG_NOSIGNAL);
        if (sent > 0)
            held_.erase(held_.begin(), held_.begin() + sent);
        else if (sent < 0 && !isToBeTriedAgain(errno))
            broken_ = true;
    }

private:
    void end() {
        ended_ = true;
        ::shutdown(to_, SHUT_WR);
    }

    int from_;
    int to_;
    Bytes held_; ///< read, and not written yet
    bool ended_ = false;
    bool broken_ = false;
};

short eventsOf(const Way& readBy, const Way& writtenBy) {
    short events = 0;
    if (readBy.wantsToRead())
        events |= POLLIN;
    if (writtenBy.wantsToWrite())
        events |= POLLOUT;
    return events;
}

/// A side from which and to which nothing goes is not watched: its hanging up would be told
/// forever.
pollfd watched(int socket, short events) {
    return {.fd = events == 0 ? -1 : socket, .events = events, .revents = 0};
}

void move(Way& way, short fromEvents, short toEvents) {
    if (way.wantsToWrite() && (toEvents & (POLLOUT | POLLERR | POLLHUP)) != 0)
        way.write();
    else if (way.wantsToRead() && (fromEvents & (POLLIN | POLLERR | POLLHUP)) != 0)
        way.read();
}

} // namespace

void relay(const Descriptor& here, const Descriptor& there, ByteView first, int stop) {
    Way out(here.number(), there.number(), first);
    Way back(there.number(), here.number(), {});
    while (!out.isBroken() && !back.isBroken() && !(out.isOver() && back.isOver())) {
        std::array<pollfd, 3> sides{watched(here.number(), eventsOf(out, back)),
                                    watched(there.number(), eventsOf(back, out)),
                                    pollfd{stop, POLLIN, 0}};
        if (::poll(sides.data(), sides.size(), -1) < 0 && errno != EINTR)
            return;
        if (sides[2].revents != 0)
            return;
        move(out, sides[0].revents, sides[1].revents);
        move(back, sides[1].revents, sides[0].revents);
    }
}

} // namespace kiosk::egress
