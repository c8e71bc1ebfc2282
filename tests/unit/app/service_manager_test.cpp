// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include <catch2/catch.hpp>
#include <sys/socket.h>
#include <sys/un.h>

#include "firmware/app/service_manager.h"
#include "firmware/base/process/descriptor.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::app {
namespace {

/// What systemd listens with.
class Listener {
public:
    explicit Listener(const std::string& path)
        : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) {
        if (!socket_)
            throw std::runtime_error("no socket");
        sockaddr_un address{.sun_family = AF_UNIX};
        path.copy(address.sun_path, sizeof(address.sun_path) - 1);
        REQUIRE(::bind(socket_.number(), reinterpret_cast<const sockaddr*>(&address),
                       sizeof(address)) == 0);
        setenv("NOTIFY_SOCKET", path.c_str(), 1);
    }
    ~Listener() { unsetenv("NOTIFY_SOCKET"); }

    std::string heard() const {
        std::array<char, 64> text{};
        const ssize_t size = ::recv(socket_.number(), text.data(), text.size(), 0);
        return size < 0 ? "" : std::string(text.data(), static_cast<std::size_t>(size));
    }

private:
    Descriptor socket_;
};

} // namespace

TEST_CASE("Whoever started the kiosk is told when it serves") {
    const tests::TemporaryFolder folder;
    const Listener listener(folder.path() / "notify");
    CHECK(tellServiceManager("READY=1"));
    CHECK(listener.heard() == "READY=1");
}

TEST_CASE("On a desk nobody is told") {
    unsetenv("NOTIFY_SOCKET");
    CHECK_FALSE(tellServiceManager("READY=1"));
    setenv("NOTIFY_SOCKET", std::string(500, 'x').c_str(), 1);
    CHECK_FALSE(tellServiceManager("READY=1"));
    unsetenv("NOTIFY_SOCKET");
}

} // namespace kiosk::app
