// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <catch2/catch.hpp>

#include "firmware/base/event_loop.h"
#include "tests/support/manual_clock.h"

namespace kiosk {

using namespace std::chrono_literals;

TEST_CASE("tasks run in the order posted, with what they post in turn") {
    tests::ManualClock clock;
    EventLoop loop(clock);
    std::string order;
    loop.post([&] {
        order += "a";
        loop.post([&] { order += "c"; });
    });
    loop.post([&] { order += "b"; });
    CHECK(loop.runReady() == 3);
    CHECK(order == "abc");
}

TEST_CASE("a timer waits for its time and a cancelled one never comes") {
    tests::ManualClock clock;
    EventLoop loop(clock);
    std::string order;
    loop.after(200ms, [&] { order += "late"; });
    const auto dropped = loop.after(100ms, [&] { order += "dropped"; });
    loop.after(100ms, [&] { order += "early "; });
    loop.cancel(dropped);
    CHECK(loop.runReady() == 0);
    clock.advance(99ms);
    CHECK(loop.runReady() == 0);
    clock.advance(1ms);
    CHECK(loop.runReady() == 1);
    CHECK(loop.nextDeadline() == clock.steady() + 100ms);
    clock.advance(1h);
    loop.runReady();
    CHECK(order == "early late");
    CHECK_FALSE(loop.nextDeadline());
}

TEST_CASE("posting wakes a sleeping owner") {
    tests::ManualClock clock;
    EventLoop loop(clock);
    int woken = 0;
    loop.setWaker([&] { ++woken; });
    loop.post([] {});
    CHECK(woken == 1);
}

} // namespace kiosk
