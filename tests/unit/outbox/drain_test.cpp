// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <catch2/catch.hpp>

#include "firmware/app/kioskctl/command.h"
#include "firmware/outbox/drain.h"
#include "tests/sandbox/simulated_authority.h"
#include "tests/unit/sandbox/region_testbed.h"

namespace kiosk::outbox {

namespace {

using namespace std::chrono_literals;
using sandbox::PlatformFault;

/// An outbox, a region with its fault switch, and the drainer between them.
struct Route {
    sandbox::RegionTestbed bed;
    sandbox::FaultSwitch faults;
    sandbox::SimulatedAuthority authority{*bed.service, faults};
    SeededRandom random{3};
    Outbox outbox = Outbox::open(bed.folder.path() / kFileName).value();
    Drainer drainer{{outbox, {&authority}, bed.clock, random}};

    void accept(const std::string& key, const std::string& region = "990000") {
        const auto person = sandbox::people()[0];
        const authority::Request wish{.key = key,
                                      .holderCode = person.code,
                                      .holderName = person.name,
                                      .pickupNumber = "4711000815",
                                      .note = "school",
                                      .copyNumber = ""};
        REQUIRE(outbox.accept(region, authority.seal(wish).value(), bed.clock.wall()));
    }
    /// Nothing that any region could open.
    void acceptPoison(const std::string& key) {
        REQUIRE(outbox.accept("990000",
                              {key, authority::Operation::retrieveLater, toBytes("poison")},
                              bed.clock.wall()));
    }
    DrainReport drain() { return drainer.drain({}).value(); }
    Entry entry(std::size_t index) { return outbox.list().value().at(index); }
    int executions() {
        int sum = 0;
        const auto deliveries = bed.service->deliveries().value();
        for (const auto& delivery : deliveries)
            sum += delivery.executions;
        return sum;
    }
};

} // namespace

TEST_CASE("Q3 delays are random up to a limit that doubles to fifteen minutes") {
    SeededRandom random(1);
    std::chrono::milliseconds longest[12]{};
    for (int round = 0; round < 2000; ++round) {
        for (int failures = 0; failures < 12; ++failures) {
            const auto delay = retryDelay(failures, random);
            longest[failures] = std::max(longest[failures], delay);
            CHECK(delay >= 0ms);
            CHECK(delay <= std::min<std::chrono::milliseconds>(2s * (1 << failures), 15min));
        }
    }
    CHECK(longest[0] > 1900ms);
    CHECK(longest[11] > 14min);
    CHECK(retryDelay(1000000, random) <= 15min);
}

TEST_CASE("Q3 what is due is delivered once and its envelope erased") {
    Route route;
    route.accept("key-1");
    route.accept("key-2");
    const auto report = route.drain();
    CHECK(report.delivered == 2);
    CHECK(route.executions() == 2);
    CHECK(route.drain().delivered == 0);
    CHECK(route.entry(0).state == Entry::State::delivered);
}

TEST_CASE("Q2 an answer lost after the effect leads to one effect") {
    Route route;
    route.accept("key-1");
    route.faults.set(PlatformFault::dropAfterCommit, 1);
    CHECK(route.drain().waiting == 1);
    CHECK(route.entry(0).state == Entry::State::waiting);
    route.bed.clock.advance(15min);
    CHECK(route.drain().delivered == 1);
    CHECK(route.bed.service->deliveries()->front().receipts == 2);
    CHECK(route.executions() == 1);
}

TEST_CASE("Q3 an outage of thirty hours loses nothing and is asked about sparingly") {
    Route route;
    for (int i = 0; i < 20; ++i)
        route.accept("key-" + std::to_string(i));
    route.faults.set(PlatformFault::down);
    int attempts = 0;
    for (auto passed = 0h; passed < 30h; passed += 1h) {
        for (int tick = 0; tick < 3600 / 30; ++tick) {
            attempts += route.drain().waiting;
            route.bed.clock.advance(30s);
        }
    }
    // Full jitter up to fifteen minutes: about eight an hour, whatever the queue's length.
    CHECK(attempts > 100);
    CHECK(attempts < 400);
    route.faults.set(PlatformFault::none);
    route.bed.clock.advance(15min);
    route.drain();
    CHECK(route.executions() == 20);
    CHECK(route.outbox.waiting().value() == 0);
}

TEST_CASE("Q3 a poison record dies alone and the rest go") {
    Route route;
    route.acceptPoison("poison");
    route.accept("key-1");
    const auto report = route.drain();
    CHECK(report.dead == 1);
    CHECK(report.delivered == 1);
    CHECK(route.entry(0).lastError == "authority.refused");
}

TEST_CASE("Q3 one odd answer costs its own record a delay only") {
    Route route;
    route.accept("key-1");
    route.accept("key-2");
    route.faults.set(PlatformFault::garbled, 1);
    const auto report = route.drain();
    CHECK(report.waiting == 1);
    CHECK(report.delivered >= 1);
    CHECK(route.entry(1).state == Entry::State::delivered);
}

TEST_CASE("Q3 eight garbled answers in a row are the last, eight silences never") {
    const Error garbled(ErrorKind::malformed, "authority.garbled", Remedy::supplier);
    CHECK(judgeFailure(garbled, 6) == Outcome::tryAgain);
    CHECK(judgeFailure(garbled, 7) == Outcome::dead);
    const Error silent(ErrorKind::unavailable, "authority.unreachable", Remedy::wait);
    CHECK(judgeFailure(silent, 1000) == Outcome::regionSilent);
    const Error stranger(ErrorKind::integrity, "authority.untrusted", Remedy::configuration);
    CHECK(judgeFailure(stranger, 1000) == Outcome::regionSilent);
    const Error troubled(ErrorKind::unavailable, "authority.out-of-service", Remedy::wait);
    CHECK(judgeFailure(troubled, 1000) == Outcome::tryAgain);
}

TEST_CASE("Q3 a request for a region nobody speaks to waits and blocks nobody") {
    Route route;
    route.accept("key-1", "970000");
    route.accept("key-2");
    CHECK(route.drain().delivered == 1);
    CHECK(route.entry(0).state == Entry::State::waiting);
    CHECK(route.entry(0).attempts == 0);
}

TEST_CASE("a stop leaves the record as it was") {
    Route route;
    route.accept("key-1");
    std::stop_source stop;
    stop.request_stop();
    CHECK(route.drainer.drain(stop.get_token())->delivered == 0);
    CHECK(route.entry(0).attempts == 0);
}

TEST_CASE("kioskctl queue list tells a stopped kiosk's queue from none and from wrong usage") {
    Route route;
    route.accept("key-1");
    const std::string state = route.bed.folder.path().string();
    const auto list = app::queueCommands().front();
    const std::array<std::string_view, 3> words{"--json", "--state", state};
    CHECK(list.run(words) == app::kExitCannot); // in use
    route.outbox = Outbox::open(route.bed.folder.path() / "other.db").value();
    CHECK(list.run(words) == app::kExitDone);
    CHECK(list.run(std::span(words).first(1)) == app::kExitUsage);
    const std::array<std::string_view, 2> nowhere{"--state", "/nowhere"};
    CHECK(list.run(nowhere) == app::kExitCannot);
}

} // namespace kiosk::outbox
