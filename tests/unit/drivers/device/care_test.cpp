// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/device/care.h"
#include "tests/support/manual_clock.h"

namespace kiosk::drivers {

namespace {

using namespace std::chrono_literals;
using Step = Care::Step;

const Error kGone{ErrorKind::notFound, "reader.gone", Remedy::technician};
const Error kSilent{ErrorKind::timedOut, "reader.silent", Remedy::technician};
const Error kGarbled{ErrorKind::malformed, "reader.garbled", Remedy::technician};
const Error kNoAccess{ErrorKind::configuration, "usb.no-access", Remedy::configuration};

/// A care whose device does as the test says, on a clock that it moves.
struct CareBench {
    tests::ManualClock clock;
    Care care;

    Step next() const { return care.next(clock.steady()); }
    void open() { care.opened(clock.steady()); }
    void failOpening(const Error& error) { care.openFailed(error, clock.steady()); }
    void fault(const Error& error) { care.faulted(error, clock.steady()); }

    /// How long the device is left alone now.
    std::chrono::seconds pause() {
        std::chrono::seconds passed{0};
        for (; next() == Step::wait || next() == Step::technician; ++passed)
            clock.advance(1s);
        return passed;
    }
    /// Opens the device, which then fails at once with the error.
    void openAndFault(const Error& error) {
        pause();
        open();
        fault(error);
    }
    void leaveToTechnician() {
        for (int fault = 0; fault < 6; ++fault)
            openAndFault(kSilent);
        REQUIRE(next() == Step::technician);
    }
};

} // namespace

TEST_CASE("D3 a device that is not there is looked for every 2 s, however long") {
    CareBench bench;
    for (int look = 0; look < 100; ++look) {
        REQUIRE(bench.next() == Step::open);
        bench.failOpening(kGone);
        REQUIRE(bench.pause() == 2s);
    }
}

TEST_CASE("D3 a device that came loose is not blamed") {
    CareBench bench;
    for (int cycle = 0; cycle < 100; ++cycle) {
        bench.open();
        bench.fault(kGone);
        REQUIRE(bench.pause() == 2s);
        REQUIRE(bench.next() == Step::open);
    }
}

TEST_CASE("D3 a wrong setting is no fault of the device") {
    CareBench bench;
    for (int look = 0; look < 100; ++look) {
        bench.failOpening(kNoAccess);
        REQUIRE(bench.pause() == 2s);
    }
}

TEST_CASE("D3 a device that answers with faults is reset twice, then opened anew, then given up") {
    CareBench bench;
    bench.open();
    for (int reset = 0; reset < 2; ++reset) {
        bench.fault(kGarbled);
        REQUIRE(bench.next() == Step::reset);
        bench.care.wasReset();
        REQUIRE(bench.next() == Step::use);
    }
    for (const auto pause : {1s, 2s, 4s}) {
        bench.fault(kGarbled);
        CHECK(bench.pause() == pause);
        bench.open();
    }
    bench.fault(kGarbled);
    CHECK(bench.next() == Step::technician);
}

TEST_CASE("D3 a device that does not answer is not reset but opened anew, ever later") {
    CareBench bench;
    for (const auto pause : {1s, 2s, 4s, 8s, 16s}) {
        bench.open();
        bench.fault(kSilent);
        CHECK(bench.pause() == pause);
    }
    bench.failOpening(kSilent);
    CHECK(bench.next() == Step::technician);
}

TEST_CASE("D3 faults far apart never lead to the technician, nor to a pause above 30 s") {
    CareBench bench;
    for (int fault = 0; fault < 50; ++fault) {
        bench.open();
        bench.clock.advance(150s);
        bench.fault(kSilent);
        REQUIRE(bench.next() == Step::wait);
        REQUIRE(bench.pause() <= 30s);
    }
}

TEST_CASE("D3 ten minutes without a fault forgive") {
    CareBench bench;
    for (int fault = 0; fault < 5; ++fault)
        bench.openAndFault(kSilent);
    bench.pause();
    bench.open();
    bench.clock.advance(10min);
    bench.fault(kGarbled);
    CHECK(bench.next() == Step::reset);
}

TEST_CASE("D3 a device left to the technician is tried again when plugged in or asked for") {
    CareBench bench;
    bench.leaveToTechnician();
    bench.clock.advance(1min);
    REQUIRE(bench.next() == Step::technician);
    bench.care.startAfresh();
    CHECK(bench.next() == Step::open);
    bench.open();
    bench.fault(kGarbled);
    CHECK(bench.next() == Step::reset); // as if it were new
}

TEST_CASE("D3 a device left to the technician gets one look in ten minutes by itself") {
    CareBench bench;
    bench.leaveToTechnician();
    SECTION("and is left again at its next fault") {
        for (int look = 0; look < 3; ++look) {
            CHECK(bench.pause() == 10min);
            bench.open();
            CHECK(bench.next() == Step::use);
            bench.clock.advance(1min);
            bench.fault(kGarbled);
            REQUIRE(bench.next() == Step::technician);
        }
    }
    SECTION("and is left again when it cannot be opened") {
        CHECK(bench.pause() == 10min);
        bench.failOpening(kSilent);
        CHECK(bench.next() == Step::technician);
    }
    SECTION("and counts as new once it was taken away") {
        CHECK(bench.pause() == 10min);
        bench.failOpening(kGone);
        CHECK(bench.pause() == 2s);
        bench.open();
        bench.fault(kGarbled);
        CHECK(bench.next() == Step::reset);
    }
}

TEST_CASE("D3 news of another device does not disturb one that is open") {
    CareBench bench;
    bench.open();
    bench.care.startAfresh();
    CHECK(bench.next() == Step::use);
}

} // namespace kiosk::drivers
