// SPDX-License-Identifier: Apache-2.0
#include <cerrno>
#include <csignal>
#include <filesystem>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "drivers/vendor/hosted/hosted.h"
#include "firmware/base/process/descriptor.h"
#include "tests/unit/drivers/vendor/hosted/unruly.h"

using namespace kiosk;
using namespace kiosk::drivers;
using kiosk::tests::unruly;

namespace {

std::ptrdiff_t openDescriptors() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
}

/// Not even one that nobody has waited for.
bool hasNoChild() {
    return ::waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD;
}

bool endsSoon(pid_t process) {
    constexpr int kPatienceMs = 10'000;
    const Descriptor there(static_cast<int>(::syscall(SYS_pidfd_open, process, 0)));
    pollfd ended{there.number(), POLLIN, 0};
    return !there || ::poll(&ended, 1, kPatienceMs) == 1;
}

/// A kiosk in a process of its own: opens a reader, tells the number of the reader's process, and
/// then does as it is told.
template <typename Then>
std::pair<pid_t, pid_t> startKiosk(const std::string& manner, Then then) {
    std::array<int, 2> pipe{};
    REQUIRE(::pipe2(pipe.data(), O_CLOEXEC) == 0);
    const pid_t kiosk = ::fork();
    if (kiosk == 0) {
        const auto reader = openHostedCardReader(unruly(manner)).value();
        const pid_t process = std::stoi(reader->identity().serial);
        const bool told = ::write(pipe[1], &process, sizeof(process)) == sizeof(process);
        then(*reader);
        ::_exit(told ? 0 : 1);
    }
    pid_t process = 0;
    REQUIRE(::read(pipe[0], &process, sizeof(process)) == sizeof(process));
    ::close(pipe[0]);
    ::close(pipe[1]);
    return {kiosk, process};
}

} // namespace

TEST_CASE("D3 a supplier's process leaves nothing behind, however it ends") {
    REQUIRE(hasNoChild());
    const auto before = openDescriptors();
    for (const char* manner : {"", "crash", "hang at the end", "lie"}) {
        INFO(manner);
        {
            const auto reader = openHostedCardReader(unruly(manner)).value();
            static_cast<void>(reader->findCard({}));
        }
        CHECK(hasNoChild());
        CHECK(openDescriptors() == before);
    }
    CHECK(openHostedCardReader(unruly("crash at once")).error().code() == "device.died");
    CHECK(hasNoChild());
    CHECK(openDescriptors() == before);
}

TEST_CASE("D3 a supplier's process ends with the kiosk, also while it hangs") {
    for (const char* manner : {"", "hang"}) {
        INFO(manner);
        const auto [kiosk, process] = startKiosk(manner, [](CardReader& reader) {
            static_cast<void>(reader.findCard({}));
            ::pause();
        });
        CHECK(::kill(process, 0) == 0);
        REQUIRE(::kill(kiosk, SIGKILL) == 0);
        REQUIRE(::waitpid(kiosk, nullptr, 0) == kiosk);
        CHECK(endsSoon(process));
    }
}
