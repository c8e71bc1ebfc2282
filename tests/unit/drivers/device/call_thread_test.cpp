// SPDX-License-Identifier: Apache-2.0
#include <future>

#include <catch2/catch.hpp>

#include "drivers/device/call_thread.h"
#include "tests/unit/drivers/device/gate.h"

namespace kiosk::drivers {

namespace {

using namespace std::chrono_literals;
using Outcome = CallThread::Outcome;

constexpr CallLimits kLong{.longest = 60s, .afterStop = 60s};
constexpr CallLimits kShort{.longest = 20ms, .afterStop = 20ms};

/// Waits until it is asked to stop.
void waitForStop(const std::stop_token& stop) {
    std::promise<void> asked;
    const std::stop_callback tell(stop, [&asked] { asked.set_value(); });
    asked.get_future().wait();
}

} // namespace

TEST_CASE("calls are made one after another on a thread of their own") {
    CallThread calls(kLong);
    std::vector<std::thread::id> threads;
    for (int call = 0; call < 3; ++call)
        REQUIRE(calls.run(
                    [&](const std::stop_token&) { threads.push_back(std::this_thread::get_id()); },
                    {}) == Outcome::done);
    REQUIRE(threads.size() == 3);
    CHECK(threads[0] == threads[2]);
    CHECK(threads[0] != std::this_thread::get_id());
}

TEST_CASE("a call is over when what it owned is gone") {
    CallThread calls(kLong);
    auto owned = std::make_shared<int>(0);
    const std::weak_ptr<int> left = owned;
    REQUIRE(calls.run([owned = std::move(owned)](const std::stop_token&) {}, {}) == Outcome::done);
    CHECK(left.expired());
}

TEST_CASE("a call is asked to stop by its caller, and when its time is over") {
    SECTION("by its caller") {
        CallThread calls(kLong);
        std::stop_source stop;
        CHECK(calls.run(
                  [&](const std::stop_token& asked) {
                      stop.request_stop();
                      waitForStop(asked);
                  },
                  stop.get_token()) == Outcome::done);
    }
    SECTION("when its time is over") {
        CallThread calls({.longest = 1ms, .afterStop = 60s});
        CHECK(calls.run(waitForStop, {}) == Outcome::done);
    }
}

TEST_CASE(
    "D3 a call that does not come back is given up, keeps what it owns, and the next is made") {
    const auto gate = std::make_shared<tests::Gate>();
    gate->shut();
    const std::weak_ptr<tests::Gate> owned = gate;
    std::promise<void> back;
    {
        CallThread calls(kShort);
        REQUIRE(calls.run(
                    [gate, &back](const std::stop_token&) {
                        gate->pass();
                        back.set_value();
                    },
                    {}) == Outcome::givenUp);
        CHECK(gate.use_count() > 1);
        CHECK(calls.run([](const std::stop_token&) {}, {}) == Outcome::done);
    } // does not wait for it either
    gate->open();
    back.get_future().wait();
}

} // namespace kiosk::drivers
