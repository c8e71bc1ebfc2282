// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <csignal>
#include <map>
#include <stdexcept>

#include <catch2/catch.hpp>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>

#include "firmware/base/process/descriptor.h"
#include "firmware/ending/history.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/ending/victim.h"

namespace kiosk::ending {
namespace {

using namespace std::chrono_literals;
using tests::Victim;

/// Waits for proofs as systemd does, and ends whoever gives none in time.
class ServiceManager {
public:
    static constexpr std::chrono::milliseconds kAllowed{2000};

    explicit ServiceManager(const std::filesystem::path& folder)
        : path_(folder / "notify"), socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un address{.sun_family = AF_UNIX};
        path_.native().copy(address.sun_path, sizeof(address.sun_path) - 1);
        if (::bind(socket_.number(), reinterpret_cast<const sockaddr*>(&address),
                   sizeof(address)) != 0)
            throw std::runtime_error("no socket");
    }

    std::map<std::string, std::string> environment() const {
        const auto microseconds = std::chrono::microseconds(kAllowed).count();
        return {{"NOTIFY_SOCKET", path_}, {"WATCHDOG_USEC", std::to_string(microseconds)}};
    }

    /// The next proof; false when none came in time.
    bool isProved() const {
        pollfd ready{socket_.number(), POLLIN, 0};
        if (::poll(&ready, 1, static_cast<int>(kAllowed.count())) != 1)
            return false;
        std::array<char, 32> text{};
        const ssize_t size = ::recv(socket_.number(), text.data(), text.size(), 0);
        return std::string_view(text.data(), static_cast<std::size_t>(
                                                 std::max<ssize_t>(size, 0))) == "WATCHDOG=1";
    }

private:
    std::filesystem::path path_;
    Descriptor socket_;
};

Ending endOf(const std::filesystem::path& state) {
    const History history = endingsIn(state, SystemClock().wall());
    REQUIRE(history.size() == 1);
    return history.front();
}

} // namespace

TEST_CASE("G5 a loop that turns proves it, one that hangs does not and is found to have frozen") {
    const tests::TemporaryFolder folder;
    const ServiceManager systemd(folder.path());
    Victim victim(folder.path(), "freeze", systemd.environment());
    CHECK(systemd.isProved());
    int proofs = 1;
    while (systemd.isProved())
        ++proofs;
    CHECK(proofs <= 3); // in 300 ms, one in 250
    ::kill(victim.id(), SIGABRT);
    CHECK(WTERMSIG(victim.end()) == SIGABRT);
    const Ending ending = endOf(folder.path());
    CHECK(ending.how == How::frozen);
    CHECK(ending.place == Place::loop);
    CHECK(ending.loopBusy >= ServiceManager::kAllowed / 2);
    CHECK(ending.loopBusy < 60s);
    CHECK(ending.frames.size() > 2); // where it hung
}

TEST_CASE("G5 what froze is the loop, whichever thread hears of the end") {
    const tests::TemporaryFolder folder;
    const ServiceManager systemd(folder.path());
    Victim victim(folder.path(), "stand", systemd.environment());
    REQUIRE(systemd.isProved());
    ::kill(victim.id(), SIGSTOP);
    while (systemd.isProved()) {
    }
    ::kill(victim.id(), SIGABRT);
    ::kill(victim.id(), SIGCONT);
    CHECK(WTERMSIG(victim.end()) == SIGABRT);
    const Ending ending = endOf(folder.path());
    CHECK(ending.how == How::frozen);
    CHECK(ending.place == Place::loop);
}

TEST_CASE("G5 one that is aborted while it proves that it turns did not freeze") {
    const tests::TemporaryFolder folder;
    const ServiceManager systemd(folder.path());
    Victim victim(folder.path(), "wait", systemd.environment());
    for (int proof = 0; proof < 3; ++proof)
        REQUIRE(systemd.isProved());
    ::kill(victim.id(), SIGABRT);
    victim.end();
    const Ending ending = endOf(folder.path());
    CHECK(ending.how == How::crashed);
    CHECK(ending.fault == Fault::abrt);
    CHECK(ending.loopBusy < ServiceManager::kAllowed);
}

TEST_CASE("G5 on a desk, where nobody waits for proofs, none is given and nothing freezes") {
    const tests::TemporaryFolder folder;
    Victim victim(folder.path(), "wait");
    victim.line();
    ::kill(victim.id(), SIGABRT);
    victim.end();
    CHECK(endOf(folder.path()).how == How::crashed);
}

} // namespace kiosk::ending
