// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "firmware/app/liveness.h"
#include "firmware/base/event_loop.h"
#include "firmware/visit/beat.h"
#include "tests/support/manual_clock.h"

namespace kiosk::app {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr auto kAllowed = 180s; // as in kiosk.service

/// A loop on a manual clock, as kiosk_main.cpp turns it.
struct Turning {
    tests::ManualClock clock;
    EventLoop loop{clock};
    std::vector<SteadyTime> proofs;
    int wakes = 0;
    Liveness liveness;

    explicit Turning(std::optional<SteadyTime::duration> allowed)
        : liveness(clock, allowed, [this] { proofs.push_back(clock.steady()); }) {}

    std::optional<milliseconds> wish() const {
        const auto next = loop.nextDeadline();
        if (!next)
            return std::nullopt;
        return std::chrono::ceil<milliseconds>(*next - clock.steady());
    }
    void turnFor(milliseconds time) {
        const SteadyTime end = clock.steady() + time;
        while (clock.steady() < end) {
            loop.runReady();
            liveness.turned();
            clock.advance(liveness.sleepAtMost(wish()).value_or(time));
            ++wakes;
        }
    }
    SteadyTime::duration longestSilence() const {
        SteadyTime::duration longest{};
        for (std::size_t i = 1; i < proofs.size(); ++i)
            longest = std::max(longest, proofs[i] - proofs[i - 1]);
        return longest;
    }
};

/// What a still screen does: its clock goes on with each minute.
void beat(Turning& turning) {
    turning.loop.after(visit::untilBeat(turning.clock.wall(), 60s), [&turning] { beat(turning); });
}

/// And one on which a picture moves.
void move(Turning& turning) {
    turning.loop.after(33ms, [&turning] { move(turning); });
}

} // namespace

TEST_CASE(
    "G5 a still screen proves that it turns with its minutes, and is woken for nothing else") {
    Turning still(kAllowed);
    beat(still);
    still.turnFor(24h);
    CHECK(still.wakes == 24 * 60);
    CHECK(still.longestSilence() == 60s);
    Turning unwatched(std::nullopt);
    beat(unwatched);
    unwatched.turnFor(24h);
    CHECK(unwatched.wakes == still.wakes);
    CHECK(unwatched.proofs.empty());
}

TEST_CASE("G5 a loop that nothing wakes still proves in half of the time that it turns") {
    Turning idle(kAllowed);
    idle.turnFor(1h);
    CHECK(idle.longestSilence() == kAllowed / 2);
}

TEST_CASE("G5 a screen that moves proves it no oftener than eight times in the time allowed") {
    Turning moving(kAllowed);
    move(moving);
    moving.turnFor(kAllowed);
    CHECK(moving.wakes > 5000);
    CHECK(moving.proofs.size() <= 9);
    CHECK(moving.longestSilence() < kAllowed / 4);
}

TEST_CASE("G5 whoever is watched is told so by the service manager, for this process alone") {
    ::unsetenv("WATCHDOG_PID");
    ::setenv("WATCHDOG_USEC", "180000000", 1);
    CHECK(watchdogTime() == 180s);
    ::setenv("WATCHDOG_PID", std::to_string(::getpid()).c_str(), 1);
    CHECK(watchdogTime() == 180s);
    ::setenv("WATCHDOG_PID", "1", 1);
    CHECK_FALSE(watchdogTime());
    ::unsetenv("WATCHDOG_PID");
    for (const char* time : {"0", "-5", "soon", ""}) {
        ::setenv("WATCHDOG_USEC", time, 1);
        CHECK_FALSE(watchdogTime());
    }
    ::unsetenv("WATCHDOG_USEC");
    CHECK_FALSE(watchdogTime());
}

} // namespace kiosk::app
