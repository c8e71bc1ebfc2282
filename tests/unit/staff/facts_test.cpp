// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/staff/facts.h"
#include "firmware/staff/health_desk.h"

namespace kiosk::staff {

namespace {

using namespace std::chrono_literals;

outbox::Entry entry(outbox::Entry::State state, WallTime acceptedAt) {
    return {.state = state, .acceptedAt = acceptedAt};
}

} // namespace

TEST_CASE("G2 each service but looking up has a test that tries its part") {
    using health::Service;
    CHECK(testOf(Service::identify) == GuidedTest::cardReader);
    CHECK(testOf(Service::print) == GuidedTest::printer);
    CHECK(testOf(Service::verify) == GuidedTest::camera);
    CHECK_FALSE(testOf(Service::lookUp));
}

TEST_CASE("G1 a region is told by its name, one that nobody named by its code") {
    const Facts facts{.regionNames = {{"990000", "云州市"}}};
    CHECK(regionName(facts, "990000") == "云州市");
    CHECK(regionName(facts, "980000") == "980000");
}

TEST_CASE("G1 the queue is counted: what waits, since when, and what was given up") {
    using State = outbox::Entry::State;
    const WallTime now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);
    const health::Queue none = queueOf({}, now);
    CHECK(none.waiting == 0);
    CHECK(none.dead == 0);
    CHECK(none.oldest == 0s);
    const health::Queue some =
        queueOf({entry(State::delivered, now - 90min), entry(State::waiting, now - 7min),
                 entry(State::waiting, now - 42min), entry(State::dead, now - 80min)},
                now);
    CHECK(some.waiting == 2);
    CHECK(some.dead == 1);
    CHECK(some.oldest == 42min);
    // Accepted under a clock that ran ahead.
    CHECK(queueOf({entry(State::waiting, now + 5min)}, now).oldest == 0s);
}

} // namespace kiosk::staff
