// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/licence/base45.h"

namespace kiosk {

TEST_CASE("R7 the examples of RFC 9285 come out as printed there") {
    CHECK(toBase45(bytesOf("AB")) == "BB8");
    CHECK(toBase45(bytesOf("Hello!!")) == "%69 VD92EX0");
    CHECK(toBase45(bytesOf("base-45")) == "UJCLQE7W581");
    CHECK(toText(*fromBase45("QED8WEX0")) == "ietf!");
}

TEST_CASE("S6 what is no Base45 is malformed, whatever is wrong") {
    for (const char* text : {"A", "AB8C", "bb8", "GGW", ":::", "::", "\xC3\xA4"})
        CHECK(fromBase45(text).error().code() == "base45.malformed");
    CHECK(fromBase45("")->empty());
    CHECK(*fromBase45("FGW") == *fromHex("ffff"));
}

TEST_CASE("every byte comes back, at an even and at an odd place") {
    for (unsigned value = 0; value < 256; ++value) {
        const Bytes bytes{std::byte(value), std::byte(255 - value), std::byte(value)};
        CHECK(*fromBase45(toBase45(bytes)) == bytes);
    }
}

} // namespace kiosk
