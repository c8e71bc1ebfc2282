// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/device/slot.h"
#include "tests/support/manual_clock.h"
#include "tests/support/noted_tally.h"

namespace kiosk::drivers {

namespace {

using namespace std::chrono_literals;

/// A device that remembers nothing but what it was told to remember.
class Notepad final : public Device {
public:
    DeviceIdentity identity() const override { return {.module = "notepad"}; }
    Result<> reset(std::stop_token) override {
        note_ = 0;
        return {};
    }
    /// A note above 0.
    static bool isUse(int note) { return note > 0; }
    Result<int> add(int more, const std::optional<Error>& fault, const std::stop_token&) {
        note_ += more;
        if (fault)
            return std::unexpected(*fault);
        return note_;
    }

private:
    int note_ = 0;
};

struct SlotBench {
    tests::ManualClock clock;
    std::shared_ptr<tests::NotedTally> tally = std::make_shared<tests::NotedTally>();
    int opened = 0;
    std::weak_ptr<Notepad> last; ///< opened
    Slot<Notepad> slot{[this]() -> Result<std::shared_ptr<Notepad>> {
                           ++opened;
                           auto notepad = std::make_shared<Notepad>();
                           last = notepad;
                           return notepad;
                       },
                       clock, std::nullopt, Place::worker, tally};

    Result<int> use(int note, const std::optional<Error>& fault = {}) {
        return slot.use({}, &Notepad::add, note, fault);
    }
};

const Error kSilent{ErrorKind::timedOut, "reader.silent", Remedy::technician};

} // namespace

TEST_CASE("a device that refuses, is busy or waits for a person stays open and remembers") {
    SlotBench bench;
    REQUIRE(bench.use(7));
    for (const Error& error :
         {Error(ErrorKind::refused, "printer.refused", Remedy::technician),
          Error(ErrorKind::notFound, "printer.no-such-job", Remedy::attendant),
          Error(ErrorKind::unavailable, "printer.busy", Remedy::wait),
          Error(ErrorKind::malformed, "printer.malformed-answer", Remedy::supplier)}) {
        INFO(error.code());
        CHECK(bench.use(0, error).error() == error);
        CHECK(bench.use(0) == 7);
    }
    CHECK(bench.opened == 1);
}

TEST_CASE("a device that is gone or silent is opened anew, after a pause") {
    for (const Error& error :
         {Error(ErrorKind::unavailable, "printer.gone", Remedy::technician), kSilent}) {
        INFO(error.code());
        SlotBench bench;
        REQUIRE(bench.use(7));
        CHECK(bench.use(0, error).error() == error);
        CHECK(bench.last.expired());          // let go of at once
        CHECK(bench.use(1).error() == error); // its error stands
        CHECK(bench.opened == 1);
        bench.clock.advance(2s);
        CHECK(bench.use(1) == 1);
        CHECK(bench.opened == 2);
    }
}

TEST_CASE("D3 a device that answers with a fault is reset before the next call") {
    SlotBench bench;
    REQUIRE(bench.use(7));
    const Error fault(ErrorKind::device, "reader.self-test", Remedy::technician);
    CHECK(bench.use(0, fault).error() == fault);
    CHECK(bench.use(1) == 1); // forgot the 7, and was not opened again
    CHECK(bench.opened == 1);
}

TEST_CASE("D3 a device that was given up says so and who must act, until it is plugged in anew") {
    SlotBench bench;
    for (int fault = 0; fault < 6; ++fault) {
        static_cast<void>(bench.use(0, kSilent));
        bench.clock.advance(30s);
    }
    const int opened = bench.opened;
    const auto refused = bench.use(1);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == "device.needs-technician");
    CHECK(refused.error().remedy() == Remedy::technician);
    CHECK(refused.error().detail() == "reader.silent");
    CHECK(bench.opened == opened);
    bench.slot.startAfresh();
    CHECK(bench.use(1) == 1);
}

TEST_CASE("D3 a slot tells a technician how its device stands, and when it is tried again") {
    using State = SlotReport::State;
    SlotBench bench;
    CHECK(bench.slot.report().state == State::untried);
    REQUIRE(bench.use(7));
    CHECK(bench.slot.report().state == State::open);
    CHECK(bench.slot.report().identity.module == "notepad");
    static_cast<void>(
        bench.use(0, Error(ErrorKind::device, "reader.self-test", Remedy::technician)));
    CHECK(bench.slot.report().state == State::resetting);
    REQUIRE(bench.use(1));
    CHECK(bench.slot.report().state == State::open);
    CHECK(bench.slot.report().faults == 1);
    static_cast<void>(bench.use(0, kSilent));
    SlotReport report = bench.slot.report();
    CHECK(report.state == State::waiting);
    CHECK(report.lastError == kSilent);
    CHECK(report.faults == 2);
    CHECK(report.nextTry > bench.clock.steady());
    for (int fault = 0; fault < 4; ++fault) {
        bench.clock.advance(30s);
        static_cast<void>(bench.use(0, kSilent));
    }
    report = bench.slot.report();
    CHECK(report.state == State::technician);
    CHECK(report.faults == 6);
    CHECK(report.identity.module == "notepad"); // who it was
    bench.slot.startAfresh();
    REQUIRE(bench.use(1));
    report = bench.slot.report();
    CHECK(report.state == State::open);
    CHECK(report.faults == 0);
}

TEST_CASE("G3 a slot counts openings, uses and what lost the device, each once") {
    const auto counted = [](const SlotBench& bench) {
        const Counts& counts = bench.tally->counts;
        return std::array{counts[Count::openings], counts[Count::uses], counts[Count::failures]};
    };
    using Three = std::array<std::int64_t, 3>;
    SlotBench bench;
    CHECK(counted(bench) == Three{0, 0, 0}); // nobody has needed it
    REQUIRE(bench.use(7));
    REQUIRE(bench.use(1));
    CHECK(bench.tally->devices == std::vector<std::string>{"notepad"});
    CHECK(counted(bench) == Three{1, 2, 0});
    REQUIRE(bench.use(-8)); // answered, and was no use
    CHECK(counted(bench) == Three{1, 2, 0});
    // What is no fault of the device's.
    static_cast<void>(bench.use(1, Error(ErrorKind::unavailable, "printer.busy", Remedy::wait)));
    static_cast<void>(
        bench.use(1, Error(ErrorKind::refused, "printer.refused", Remedy::technician)));
    CHECK(counted(bench) == Three{1, 2, 0});
    // Reset: the same opening.
    static_cast<void>(
        bench.use(1, Error(ErrorKind::device, "reader.self-test", Remedy::technician)));
    REQUIRE(bench.use(1));
    CHECK(counted(bench) == Three{1, 3, 1});
    // Opened anew, and no attempt in between is counted.
    static_cast<void>(bench.use(1, kSilent));
    for (int look = 0; look < 5; ++look)
        CHECK_FALSE(bench.use(1));
    bench.clock.advance(30s);
    REQUIRE(bench.use(1));
    CHECK(counted(bench) == Three{2, 4, 2});
}

TEST_CASE("G3 a device that a driver opens though it is off counts one failure, however long") {
    SlotBench bench;
    REQUIRE(bench.use(7));
    for (int tries = 0; tries < 20; ++tries) {
        static_cast<void>(
            bench.use(1, Error(ErrorKind::unavailable, "printer.gone", Remedy::technician)));
        bench.clock.advance(30s);
    }
    CHECK(bench.opened > 10);
    CHECK(bench.tally->counts[Count::openings] == 1);
    CHECK(bench.tally->counts[Count::failures] == 1);
    REQUIRE(bench.use(1));
    CHECK(bench.tally->counts[Count::openings] == 2);
}

TEST_CASE("G3 a device that is not there costs no count, however often it is looked for") {
    tests::ManualClock clock;
    const auto tally = std::make_shared<tests::NotedTally>();
    Slot<Notepad> slot{[]() -> Result<std::shared_ptr<Notepad>> {
                           return fail(ErrorKind::notFound, "reader.gone", Remedy::technician);
                       },
                       clock, std::nullopt, Place::worker, tally};
    for (int look = 0; look < 20; ++look) {
        CHECK_FALSE(slot.use({}, &Notepad::add, 1, std::optional<Error>()));
        clock.advance(2s);
    }
    CHECK(tally->counts == Counts());
}

TEST_CASE("D3 a device plugged in is opened at the next call, whatever the pause") {
    SlotBench bench;
    static_cast<void>(bench.use(0, Error(ErrorKind::notFound, "reader.gone", Remedy::technician)));
    REQUIRE_FALSE(bench.use(1));
    bench.slot.startAfresh();
    CHECK(bench.use(1) == 1);
}

} // namespace kiosk::drivers
