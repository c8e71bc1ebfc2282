// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <csignal>

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "firmware/base/random.h"
#include "firmware/outbox/outbox.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::outbox {

namespace {

constexpr int kKills = 50;

/// The child: accepts until it is killed, and says each number it was promised.
[[noreturn]] void acceptForever(const std::filesystem::path& file, int round, int promises) {
    auto outbox = Outbox::open(file);
    for (std::uint32_t i = 0; outbox && i < kMaxWaiting; ++i) {
        const std::string key = std::to_string(round) + "-" + std::to_string(i);
        if (!outbox->accept("990000", {key, {}, toBytes("envelope of " + key)}, WallTime{}))
            break;
        if (::write(promises, &i, sizeof i) != sizeof i)
            break;
    }
    ::_exit(1);
}

/// How many the child promised before it died, killed as soon as `enough` were promised: the kill
/// falls anywhere into the commits that follow.
std::uint32_t promisedUntilKilled(const std::filesystem::path& file, int round,
                                  std::uint32_t enough) {
    int promises[2];
    REQUIRE(::pipe(promises) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(promises[0]);
        acceptForever(file, round, promises[1]);
    }
    ::close(promises[1]);
    std::uint32_t number = 0;
    std::uint32_t count = 0;
    while (::read(promises[0], &number, sizeof number) == sizeof number) {
        if (++count == enough)
            ::kill(child, SIGKILL);
    }
    ::close(promises[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));
    return count;
}

} // namespace

TEST_CASE("Q1 a process killed between any two steps has kept all it promised") {
    const tests::TemporaryFolder folder;
    SeededRandom random(20261123);
    for (int round = 0; round < kKills; ++round) {
        // A file lives through ten kills: the next would find it full.
        const auto file = folder.path() / std::to_string(round / 10);
        const auto enough = static_cast<std::uint32_t>(1 + random.next() % 30);
        const std::uint32_t promised = promisedUntilKilled(file, round, enough);
        const auto entries = Outbox::open(file).value().list().value();
        const std::string mine = std::to_string(round) + "-";
        const auto kept = std::ranges::count_if(
            entries, [&](const Entry& entry) { return entry.key.starts_with(mine); });
        // One more may be on the disk than the child lived to say.
        CHECK(kept >= promised);
        CHECK(kept <= promised + 1);
        CHECK(promised >= enough);
    }
}

} // namespace kiosk::outbox
