// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/device/slot.h"
#include "tests/support/manual_clock.h"

namespace kiosk::drivers {

namespace {

using namespace std::chrono_literals;

/// A device that remembers nothing but what it was told to remember.
class Notepad final : public Device {
public:
    DeviceIdentity identity() const override { return {.module = "notepad"}; }
    Result<> reset(std::stop_token) override { return {}; }
    int note = 0;
};

struct SlotBench {
    tests::ManualClock clock;
    int opened = 0;
    Slot<Notepad> slot{[this]() -> Result<std::shared_ptr<Notepad>> {
                           ++opened;
                           return std::make_shared<Notepad>();
                       },
                       clock};

    Result<int> use(int note, const std::optional<Error>& fault = {}) {
        return slot.use([&](Notepad& notepad) -> Result<int> {
            notepad.note += note;
            if (fault)
                return std::unexpected(*fault);
            return notepad.note;
        });
    }
};

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

TEST_CASE("a device that is gone, silent or faulty is opened anew, after a pause") {
    for (const Error& error : {Error(ErrorKind::unavailable, "printer.gone", Remedy::technician),
                               Error(ErrorKind::timedOut, "reader.silent", Remedy::technician),
                               Error(ErrorKind::device, "reader.self-test", Remedy::technician)}) {
        INFO(error.code());
        SlotBench bench;
        REQUIRE(bench.use(7));
        CHECK(bench.use(0, error).error() == error);
        CHECK(bench.use(1).error() == error); // its error stands
        CHECK(bench.opened == 1);
        bench.clock.advance(1s);
        CHECK(bench.use(1) == 1);
        CHECK(bench.opened == 2);
    }
}

} // namespace kiosk::drivers
