// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/auxiliaries/serial_board/codec/words.h"

using namespace kiosk::drivers;
using namespace kiosk::drivers::serial_board;

namespace {

std::vector<Part> allParts() {
    std::vector<Part> parts;
    for (std::size_t part = 0; part < kPartCount; ++part)
        parts.push_back(static_cast<Part>(part));
    return parts;
}

} // namespace

TEST_CASE("D11 every part has a name that leads back to it") {
    for (const Part part : allParts())
        CHECK(partNamed(name(part)) == part);
    CHECK_FALSE(partNamed("cupboard"));
}

TEST_CASE("D11 each value of each part is read as it was written") {
    const CabinetState up{.door = CabinetDoor::open,
                          .tamper = TamperSensor::on,
                          .power = PowerSupply::batteryLow,
                          .headset = Headset::present,
                          .callKey = CallKey::on};
    const CabinetState half{.power = PowerSupply::battery};
    for (const CabinetState& state : {up, half, CabinetState{}}) {
        CabinetState read = state == up ? CabinetState{} : up;
        for (const Part part : allParts())
            if (!isLight(part)) {
                const auto change = changeFrom(read, wordOf(part, state));
                REQUIRE(change);
                CHECK(change->part == part);
                read = change->state;
            }
        CHECK(read == state);
    }
}

TEST_CASE("D11 a change that makes no sense is none") {
    for (const char* word : {"", "=", "cabinetDoor", "cabinetDoor=", "cabinetDoor=ajar",
                             "cupboard=open", "cardLight=slow", "=open", "callKey=on=on"})
        CHECK_FALSE(changeFrom({}, word));
}

TEST_CASE("D11 a board describes itself, and never half") {
    const Description board{"1", "KB-8", "1.4", {Part::cardLight, Part::callKey}};
    CHECK(descriptionFrom(wordsOf(board)) == board);
    using Words = std::vector<std::string>;
    for (const Words& wrong :
         {Words{}, Words{"1"}, Words{"1", "KB-8", "1.4"}, Words{"1", "KB-8", "1.4", "cupboard"},
          Words{"1", "KB-8", "1.4", "callKey", "callKey"}})
        CHECK_FALSE(descriptionFrom(wrong));
    CHECK(descriptionFrom(Words{"1", "KB-8", "1.4", "callKey", "cardLight"}) == board);
}
