// SPDX-License-Identifier: Apache-2.0
#include "drivers/vendor/hosted/packet.h"

#include <algorithm>
#include <cerrno>

#include <sys/socket.h>

namespace kiosk::drivers::vendor::hosted {

Packet::Packet(ByteView bytes) : size_(std::min(bytes.size(), kLongest)) {
    std::copy_n(bytes.begin(), size_, bytes_.begin());
}

void Packet::clear() {
    ::explicit_bzero(bytes_.data(), size_);
    size_ = 0;
    taken_ = 0;
    fits_ = true;
}

bool Packet::send(int socket) const {
    return fits_ && ::send(socket, bytes_.data(), size_, MSG_DONTWAIT | MSG_NOSIGNAL) ==
                        static_cast<ssize_t>(size_);
}

bool Packet::receive(int socket) {
    clear();
    ssize_t count = 0;
    do // With this flag it is the packet's whole length, also of one that does not fit.
        count = ::recv(socket, bytes_.data(), bytes_.size(), MSG_TRUNC);
    while (count < 0 && errno == EINTR);
    const bool fits = count > 0 && static_cast<std::size_t>(count) <= kLongest;
    size_ = fits ? static_cast<std::size_t>(count) : 0;
    return fits;
}

} // namespace kiosk::drivers::vendor::hosted
