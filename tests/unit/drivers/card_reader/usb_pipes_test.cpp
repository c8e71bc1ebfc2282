// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/card_reader/sam/usb_channel.h"

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::drivers::sam;

namespace {

constexpr auto kIn = BulkEndpoint::Direction::in;
constexpr auto kOut = BulkEndpoint::Direction::out;

constexpr BulkEndpoint kOut2{0x02, kOut, 64};
constexpr BulkEndpoint kOut6{0x06, kOut, 64};
constexpr BulkEndpoint kIn1{0x81, kIn, 64};
constexpr BulkEndpoint kIn5{0x85, kIn, 64};

} // namespace

TEST_CASE("D1 four bulk pipes are split, in whatever order they are described") {
    const Pipes expected{kOut2, kOut6, kIn1, kIn5};
    CHECK(choosePipes(std::vector{kOut2, kIn1, kIn5, kOut6}) == expected);
    CHECK(choosePipes(std::vector{kIn5, kOut6, kOut2, kIn1}) == expected);
}

TEST_CASE("D1 two bulk pipes carry header and body alike, whatever their addresses") {
    const BulkEndpoint out{0x0A, kOut, 512};
    const BulkEndpoint in{0x8B, kIn, 512};
    CHECK(choosePipes(std::vector{in, out}) == Pipes{out, out, in, in});
}

TEST_CASE("D1 other sets of pipes are no reader") {
    for (const auto& endpoints :
         {std::vector<BulkEndpoint>{}, {kIn1}, {kIn1, kIn5}, {kOut2, kIn1, kIn5}})
        CHECK_FALSE(choosePipes(endpoints));
    const BulkEndpoint in6{0x86, kIn, 64};
    CHECK_FALSE(choosePipes(std::vector{kOut2, kIn1, kIn5, in6}));
}

TEST_CASE("D1 an interface of a standard's class is not the reader's") {
    const auto ofClass = [](std::uint8_t code) {
        return UsbInterface{.number = 0, .code = {code, 0, 0}, .endpoints = {kIn1, kOut2}};
    };
    CHECK(isSamInterface(ofClass(0xFF)));
    CHECK(isSamInterface(ofClass(0x00)));
    CHECK_FALSE(isSamInterface(ofClass(0x08))); // mass storage
    CHECK_FALSE(isSamInterface(ofClass(0x0B))); // contact cards
}
