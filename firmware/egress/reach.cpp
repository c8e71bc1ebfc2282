// SPDX-License-Identifier: Apache-2.0
#include "firmware/egress/reach.h"

#include <array>
#include <cerrno>
#include <memory>

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

namespace kiosk::egress {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

using Addresses = std::unique_ptr<addrinfo, void (*)(addrinfo*)>;

Addresses addressesOf(const Destination& destination) {
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo* found = nullptr;
    const std::string port = std::to_string(destination.port);
    if (::getaddrinfo(destination.host.c_str(), port.c_str(), &hints, &found) != 0)
        found = nullptr;
    return {found, [](addrinfo* list) {
                if (list != nullptr)
                    ::freeaddrinfo(list);
            }};
}

Reply replyFor(int fault) {
    switch (fault) {
    case ECONNREFUSED:
        return Reply::refused;
    case ETIMEDOUT:
        return Reply::timedOut;
    case ENETUNREACH:
    case EHOSTUNREACH:
    case ENETDOWN:
        return Reply::noNetwork;
    default:
        return Reply::failed;
    }
}

/// 0, or why it is not connected.
int waitUntilConnected(int socket, Clock::time_point deadline, int stop) {
    std::array<pollfd, 2> watched{pollfd{socket, POLLOUT, 0}, pollfd{stop, POLLIN, 0}};
    for (;;) {
        const auto left = std::chrono::ceil<milliseconds>(deadline - Clock::now());
        const int ready = left.count() <= 0 ? 0
                                            : ::poll(watched.data(), watched.size(),
                                                     static_cast<int>(left.count()));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            return ETIMEDOUT;
        if (watched[1].revents != 0)
            return ECANCELED;
        int fault = 0;
        socklen_t size = sizeof fault;
        ::getsockopt(socket, SOL_SOCKET, SO_ERROR, &fault, &size);
        return fault;
    }
}

/// 0, or why it is not connected.
int connect(int socket, const addrinfo& to, Clock::time_point deadline, int stop) {
    if (::connect(socket, to.ai_addr, to.ai_addrlen) == 0)
        return 0;
    return errno == EINPROGRESS ? waitUntilConnected(socket, deadline, stop) : errno;
}

/// A middlebox that forgets the connection is noticed; small questions are not kept back.
void setUp(int socket) {
    const int on = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

} // namespace

std::variant<Descriptor, Reply> reach(const Destination& destination, milliseconds patience,
                                      int stop) {
    const auto deadline = Clock::now() + patience;
    const Addresses addresses = addressesOf(destination);
    Reply reply = Reply::noHost;
    for (const addrinfo* to = addresses.get(); to != nullptr; to = to->ai_next) {
        Descriptor socket(::socket(to->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        const int fault = socket ? connect(socket.number(), *to, deadline, stop) : errno;
        if (fault == 0) {
            setUp(socket.number());
            return socket;
        }
        reply = replyFor(fault);
    }
    return reply;
}

} // namespace kiosk::egress
