// SPDX-License-Identifier: Apache-2.0
#include "tests/support/egress_door.h"

#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>

namespace kiosk::tests {

namespace {

Descriptor joined(const std::filesystem::path& file, int (*join)(int, const sockaddr*, socklen_t)) {
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    std::strncpy(address.sun_path, file.c_str(), sizeof address.sun_path - 1);
    if (join(socket.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return Descriptor();
    return socket;
}

} // namespace

EgressDoor::EgressDoor(egress::Allowed allowed, egress::Gate::Limits limits)
    : gate_(std::in_place, std::move(allowed), limits) {}

Result<> EgressDoor::open(const std::string& name) {
    constexpr int kMostWaiting = 8;
    Descriptor listening = joined(socket(name), ::bind);
    if (!listening || ::listen(listening.number(), kMostWaiting) != 0)
        return fail(ErrorKind::configuration, "door.socket", Remedy::configuration, name);
    return gate_->serve(name, std::move(listening));
}

Descriptor EgressDoor::visit(const std::string& name) const {
    return joined(socket(name), ::connect);
}

} // namespace kiosk::tests
