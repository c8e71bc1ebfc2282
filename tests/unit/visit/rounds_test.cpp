// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/visit/rounds.h"
#include "tests/support/manual_clock.h"

namespace kiosk::visit::tests {

namespace {

using namespace std::chrono_literals;

/// Rounds of 2 to 16 seconds, and when they looked, in seconds.
struct Watched {
    kiosk::tests::ManualClock clock;
    EventLoop loop{clock};
    std::vector<int> looks;
    int now = 0;
    bool restsAfterLooking = false;
    std::chrono::milliseconds atMost = std::chrono::milliseconds::max();
    std::function<void()> duringLook = [] {};
    Rounds rounds{loop, {2s, 16s}, [this] { look(); }};

    void look() {
        looks.push_back(now);
        duringLook();
        restsAfterLooking ? rounds.rest() : rounds.next(atMost);
    }

    void pass(int seconds) {
        for (int i = 0; i < seconds; ++i) {
            ++now;
            clock.advance(1s);
            loop.runReady();
        }
    }
};

} // namespace

TEST_CASE("what does not change is looked at ever more rarely") {
    Watched watched;
    watched.rounds.next();
    watched.pass(70);
    CHECK(watched.looks == std::vector{2, 6, 14, 30, 46, 62});
}

TEST_CASE("what is awaited is looked at no later than said, and rarely again once it is there") {
    Watched watched;
    watched.atMost = 4s;
    watched.rounds.next();
    watched.pass(18);
    watched.atMost = std::chrono::milliseconds::max();
    watched.pass(40);
    CHECK(watched.looks == std::vector{2, 6, 10, 14, 18, 22, 38, 54});
}

TEST_CASE("what has changed is looked at soon, also where the next look was to be late") {
    Watched watched;
    watched.rounds.next();
    watched.pass(31);
    watched.rounds.quicken();
    watched.pass(9);
    CHECK(watched.looks == std::vector{2, 6, 14, 30, 33, 35, 39});
}

TEST_CASE("whatever happens all the time does not put the next look off") {
    Watched watched;
    watched.rounds.next();
    for (int second = 0; second < 8; ++second) {
        watched.rounds.quicken();
        watched.pass(1);
    }
    CHECK(watched.looks == std::vector{2, 4, 6, 8});
}

TEST_CASE("what only something that happens can change is not looked at until it does") {
    Watched watched;
    watched.restsAfterLooking = true;
    watched.rounds.next();
    watched.pass(40);
    watched.rounds.quicken();
    watched.pass(40);
    CHECK(watched.looks == std::vector{2, 42});
}

TEST_CASE("what happens during a look is looked at before any rest") {
    Watched watched;
    watched.restsAfterLooking = true;
    watched.duringLook = [&watched] {
        if (watched.looks.size() == 1)
            watched.rounds.quicken();
    };
    watched.rounds.next();
    watched.pass(40);
    CHECK(watched.looks == std::vector{2, 4});
}

namespace {

/// Rounds of 7.5 to 60 seconds at the beats of a minute, begun in the midst of it, and when they
/// looked, in tenths of a second since that minute began.
std::vector<int> looksAtBeats(std::chrono::milliseconds begun,
                              std::chrono::milliseconds afterMinute = 0ms) {
    kiosk::tests::ManualClock clock;
    EventLoop loop{clock};
    std::vector<int> looks;
    auto now = 0ms;
    const auto pass = [&](std::chrono::milliseconds time) {
        now += time;
        clock.advance(time);
        loop.runReady();
    };
    pass(begun);
    Rounds rounds{loop, {7500ms, 60s}, Beat{clock, afterMinute}, [&] {
                      looks.push_back(static_cast<int>(now / 100ms));
                      rounds.next();
                  }};
    rounds.next();
    while (now < 4min)
        pass(100ms);
    return looks;
}

} // namespace

TEST_CASE(
    "whenever a kiosk was begun, what has time comes to the same moments: the minute at last") {
    CHECK(looksAtBeats(3300ms) == std::vector{75, 150, 300, 600, 1200, 1800, 2400});
    CHECK(looksAtBeats(41s) == std::vector{450, 600, 900, 1200, 1800, 2400});
    CHECK(looksAtBeats(60s) == std::vector{675, 750, 900, 1200, 1800, 2400});
}

TEST_CASE("what must not come from all kiosks at once comes at another moment of the minute") {
    CHECK(looksAtBeats(3300ms, 20s) == std::vector{50, 200, 500, 800, 1400, 2000});
}

TEST_CASE("a look at a beat is never later than it was promised") {
    for (auto now = 0ms; now < 60s; now += 7ms)
        for (const auto step : {7500ms, 10000ms, 60000ms}) {
            const auto wait = untilBeat(kiosk::tests::ManualClock().wall() + now, step, 1234ms);
            REQUIRE(wait > 0ms);
            REQUIRE(wait <= step);
        }
}

} // namespace kiosk::visit::tests
