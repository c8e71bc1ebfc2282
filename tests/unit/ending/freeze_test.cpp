// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include <catch2/catch.hpp>
#include <sys/wait.h>

#include "firmware/ending/history.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/watchdog_model.h"
#include "tests/unit/ending/victim.h"

namespace kiosk::ending {
namespace {

using namespace std::chrono_literals;
using tests::Victim;
using tests::WatchdogModel;

Ending endOf(const std::filesystem::path& state) {
    const History history = endingsIn(state, SystemClock().wall());
    REQUIRE(history.size() == 1);
    return history.front();
}

} // namespace

TEST_CASE("G5 a loop that turns proves it, one that hangs does not and is found to have frozen") {
    const tests::TemporaryFolder folder;
    const WatchdogModel systemd(folder.path());
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
    CHECK(ending.loopBusy >= WatchdogModel::kAllowed / 2);
    CHECK(ending.loopBusy < 60s);
    CHECK(ending.frames.size() > 2); // where it hung
}

TEST_CASE("G5 what froze is the loop, though another thread hears of the end") {
    const tests::TemporaryFolder folder;
    const WatchdogModel systemd(folder.path());
    Victim victim(folder.path(), "deaf", systemd.environment());
    REQUIRE(systemd.isProved());
    while (systemd.isProved()) {
    }
    ::kill(victim.id(), SIGABRT);
    CHECK(WTERMSIG(victim.end()) == SIGABRT);
    const Ending ending = endOf(folder.path());
    CHECK(ending.how == How::frozen);
    CHECK(ending.place == Place::loop);
}

TEST_CASE("G5 one that is aborted while it proves that it turns did not freeze") {
    const tests::TemporaryFolder folder;
    const WatchdogModel systemd(folder.path());
    Victim victim(folder.path(), "wait", systemd.environment());
    for (int proof = 0; proof < 3; ++proof)
        REQUIRE(systemd.isProved());
    ::kill(victim.id(), SIGABRT);
    victim.end();
    const Ending ending = endOf(folder.path());
    CHECK(ending.how == How::crashed);
    CHECK(ending.fault == Fault::abrt);
    CHECK(ending.loopBusy < WatchdogModel::kAllowed);
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
