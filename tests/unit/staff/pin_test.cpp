// SPDX-License-Identifier: Apache-2.0
#include <new>

#include <catch2/catch.hpp>

#include "firmware/staff/pin.h"

namespace kiosk::staff {

TEST_CASE("S1 a PIN takes six to eight digits and nothing else") {
    Pin pin;
    for (const int digit : {3, 1, 4, 1, 5})
        pin.add(digit);
    CHECK_FALSE(pin.isLongEnough());
    pin.add(10);
    pin.add(-1);
    CHECK(pin.digits() == "31415");
    pin.add(9);
    CHECK(pin.isLongEnough());
    pin.eraseLast();
    CHECK(pin.digits() == "31415");
    for (int i = 0; i < 9; ++i)
        pin.add(7);
    CHECK(pin.digits() == "31415777");
}

TEST_CASE("S1 a PIN leaves no digits where it lay") {
    alignas(Pin) std::array<unsigned char, sizeof(Pin)> place{};
    auto* pin = ::new (place.data()) Pin("31415926");
    REQUIRE(pin->size() == 8);
    pin->~Pin();
    CHECK(std::string_view(reinterpret_cast<char*>(place.data()), place.size()).find('3') ==
          std::string_view::npos);
}

TEST_CASE("S1 a PIN that is tried first is no good") {
    for (const auto* good : {"314159", "27182818", "100000"})
        CHECK(isGoodPin(good));
    for (const auto* bad :
         {"", "31415", "314159265", "31415a", "000000", "7777777", "123456", "87654321"})
        CHECK_FALSE(isGoodPin(bad));
}

} // namespace kiosk::staff
