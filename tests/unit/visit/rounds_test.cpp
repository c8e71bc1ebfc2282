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

} // namespace kiosk::visit::tests
