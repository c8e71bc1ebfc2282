// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/service_manager.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

#include <sys/socket.h>
#include <sys/un.h>

#include "firmware/base/process/descriptor.h"

namespace kiosk::app {

bool tellServiceManager(std::string_view state) {
    const char* name = std::getenv("NOTIFY_SOCKET");
    const std::string_view path = name == nullptr ? "" : name;
    sockaddr_un address{.sun_family = AF_UNIX};
    if (path.empty() || path.size() >= sizeof(address.sun_path))
        return false;
    std::ranges::copy(path, std::begin(address.sun_path));
    if (path.front() == '@') // a name that is no file
        address.sun_path[0] = '\0';
    const Descriptor socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
    return socket && ::sendto(socket.number(), state.data(), state.size(), MSG_NOSIGNAL,
                              reinterpret_cast<const sockaddr*>(&address), // the socket call's own
                              size) == static_cast<ssize_t>(state.size());
}

} // namespace kiosk::app
