// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/base64.h"
#include "firmware/base/bytes.h"

namespace kiosk {

TEST_CASE("reading past the end of received bytes is an error value") {
    const Bytes bytes = *fromHex("aa01ff");
    ByteReader reader(bytes);
    CHECK(*reader.u8() == 0xAA);
    CHECK(*reader.u16BigEndian() == 0x01FF);
    CHECK(reader.u8().error().code() == "bytes.too-short");
}

TEST_CASE("both byte orders give the same number from mirrored bytes") {
    const Bytes big = *fromHex("12345678");
    const Bytes little = *fromHex("78563412");
    CHECK(*ByteReader(big).u32BigEndian() == 0x12345678U);
    CHECK(*ByteReader(little).u32LittleEndian() == 0x12345678U);
}

TEST_CASE("hexadecimal round trip, and refusal of what is not") {
    CHECK(toHex(*fromHex("00fF7a")) == "00ff7a");
    CHECK_FALSE(fromHex("abc"));
    CHECK_FALSE(fromHex("zz"));
}

TEST_CASE("base64 follows the vectors of RFC 4648") {
    const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                           {"f", "Zg=="},
                                                           {"fo", "Zm8="},
                                                           {"foo", "Zm9v"},
                                                           {"foob", "Zm9vYg=="},
                                                           {"fooba", "Zm9vYmE="},
                                                           {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, coded] : vectors) {
        CHECK(toBase64(bytesOf(plain)) == coded);
        CHECK(toText(*fromBase64(coded)) == plain);
    }
    CHECK(toText(*fromBase64(" Zm9v\n YmFy ")) == "foobar");
    for (const char* wrong : {"Zg=", "Zg===", "Z===", "Zg==Zg==", "Zm9*", "=Zm9"})
        CHECK_FALSE(fromBase64(wrong));
}

} // namespace kiosk
