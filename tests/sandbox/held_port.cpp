// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/held_port.h"

#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kiosk::sandbox {

Result<HeldPort> HeldPort::take(int port) {
    HeldPort held(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), port);
    const int on = 1;
    ::setsockopt(held.socket_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof address;
    if (held.socket_ < 0 || ::bind(held.socket_, generic, size) != 0 ||
        ::getsockname(held.socket_, generic, &size) != 0)
        return fail(ErrorKind::configuration, "sandbox.port-taken", Remedy::configuration,
                    std::to_string(port));
    held.number_ = ntohs(address.sin_port);
    return held;
}

HeldPort::HeldPort(HeldPort&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), number_(other.number_) {}

HeldPort::~HeldPort() {
    if (socket_ >= 0)
        ::close(socket_);
}

} // namespace kiosk::sandbox
