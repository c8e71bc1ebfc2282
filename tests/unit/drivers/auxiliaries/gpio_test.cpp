// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/auxiliaries/gpio/gpio_auxiliaries.h"
#include "firmware/base/files.h"
#include "tests/support/fake_gpio_lines.h"
#include "tests/support/temporary_folder.h"

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::drivers::gpio;
using namespace std::chrono_literals;

namespace {

/// A door with 30 ms of debounce and a lamp.
struct Cabinet {
    kiosk::tests::FakeWires wires;
    std::unique_ptr<GpioAuxiliaries> module =
        GpioAuxiliaries::open(std::make_unique<kiosk::tests::FakeGpioLines>(wires),
                              {{.part = Part::cabinetDoor, .chip = "fake", .debounce = 30ms},
                               {.part = Part::callLamp, .chip = "fake", .line = 1}},
                              "fake", wires.clock)
            .value();

    std::vector<CabinetDoor> doorsTold() {
        std::vector<CabinetDoor> doors;
        for (int wait = 0; wait < 10; ++wait)
            if (const auto change = module->next({}).value())
                doors.push_back(change->state.door);
        return doors;
    }
};

using Doors = std::vector<CabinetDoor>;

Result<GpioProfile> profile(std::string_view json) {
    return gpioProfileFrom(bytesOf(json));
}

} // namespace

TEST_CASE("D11 a switch that bounces is told once") {
    Cabinet cabinet;
    for (const auto later : {0ms, 4ms, 8ms, 12ms, 16ms})
        cabinet.wires.move(0, later.count() % 8 == 0 ? Level::active : Level::inactive, later);
    CHECK(cabinet.doorsTold() == Doors{CabinetDoor::open});
}

TEST_CASE("D11 what is shorter than the debounce is nothing") {
    Cabinet cabinet;
    cabinet.wires.move(0, Level::active);
    cabinet.wires.move(0, Level::inactive, 29ms);
    CHECK(cabinet.doorsTold().empty());
}

TEST_CASE("D11 edges that waited while nobody listened are told by the time they lasted") {
    Cabinet cabinet;
    cabinet.wires.move(0, Level::active);
    cabinet.wires.move(0, Level::inactive, 40ms);
    cabinet.wires.move(0, Level::active, 45ms); // bounces as it closes
    cabinet.wires.move(0, Level::inactive, 50ms);
    cabinet.wires.clock.advance(500ms);
    CHECK(cabinet.doorsTold() == Doors{CabinetDoor::open, CabinetDoor::closed});
}

TEST_CASE("D11 a lamp is dark when its module ends") {
    Cabinet cabinet;
    REQUIRE(cabinet.module->set(Part::callLamp, FlashRate::continuous, {}));
    CHECK(cabinet.wires.driven[1] == Level::active);
    cabinet.module.reset();
    CHECK(cabinet.wires.driven[1] == Level::inactive);
}

TEST_CASE("D11 a profile names chip, line, polarity, debounce and part") {
    const auto read = profile(R"({"lines": [
        {"part": "cabinetDoor", "chip": "gpiochip1", "line": 17, "activeLow": true, "debounceMs": 30},
        {"part": "powerSupply", "value": "batteryLow", "chip": "gpiochip0", "line": 3}]})");
    REQUIRE(read);
    CHECK(*read == GpioProfile{{.part = Part::cabinetDoor,
                                .chip = "gpiochip1",
                                .line = 17,
                                .active = GpioLine::Active::low,
                                .debounce = 30ms},
                               {.part = Part::powerSupply,
                                .power = PowerSupply::batteryLow,
                                .chip = "gpiochip0",
                                .line = 3}});
}

TEST_CASE("D11 a wrong profile says what is wrong") {
    for (const char* wrong :
         {"", "[]", R"({"lines": []})", R"({"lines": [7]})",
          R"({"lines": [{"part": "cupboard", "chip": "c", "line": 1}]})",
          R"({"lines": [{"part": "headset", "line": 1}]})",
          R"({"lines": [{"part": "headset", "chip": "c", "line": -1}]})",
          R"({"lines": [{"part": "headset", "chip": "c", "line": 1024}]})",
          R"({"lines": [{"part": "headset", "chip": "c", "line": 1, "debounceMs": 1001}]})",
          R"({"lines": [{"part": "headset", "chip": "c", "line": 1, "activeLow": "yes"}]})",
          R"({"lines": [{"part": "powerSupply", "chip": "c", "line": 1}]})",
          R"({"lines": [{"part": "powerSupply", "value": "mains", "chip": "c", "line": 1}]})",
          R"({"lines": [{"part": "headset", "chip": "c", "line": 1},
                        {"part": "callKey", "chip": "c", "line": 1}]})",
          R"({"lines": [{"part": "headset", "chip": "c", "line": 1},
                        {"part": "headset", "chip": "c", "line": 2}]})"}) {
        CAPTURE(wrong);
        const auto read = profile(wrong);
        REQUIRE_FALSE(read);
        CHECK(read.error().code() == "gpio.profile");
        CHECK_FALSE(read.error().detail().empty());
    }
}

TEST_CASE("D11 lines that are not there are for the technician") {
    const kiosk::tests::TemporaryFolder folder;
    const auto file = folder.path() / "cabinet.json";
    REQUIRE(writeFile(file, bytesOf(R"({"lines": [{"part": "cabinetDoor",
        "chip": "no-such-gpiochip", "line": 17}]})")));
    const auto opened = openGpio(file);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code() == "gpio.not-found");
    CHECK(opened.error().remedy() == Remedy::technician);
    CHECK(openGpio(folder.path() / "another.json").error().code() == "gpio.profile");
}
