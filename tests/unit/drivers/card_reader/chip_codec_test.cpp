// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/card_reader/pcsc/codec/apdu.h"
#include "drivers/card_reader/pcsc/codec/social_security.h"

namespace kiosk::drivers::pcsc {

namespace {

using Values = std::array<Bytes, 4>;

Values goodValues() {
    Bytes name = fromHex("d4c6d0a1c2fa").value();
    name.resize(30);
    return {fromHex("20190520").value(), fromHex("20290520").value(), toBytes("990000199003071235"),
            name};
}

std::string codeOf(const Values& values) {
    const auto card = decodeSocialSecurity({values[0], values[1], values[2], values[3]});
    return card ? "" : card.error().code();
}

} // namespace

TEST_CASE("D2 commands to chip cards are those of ISO 7816") {
    CHECK(toHex(selectApplication(bytesOf("ab"))) == "00a40400026162");
    CHECK(toHex(selectFile(0xEF05)) == "00a4020002ef05");
    CHECK(toHex(readRecord(7)) == "00b2070400");
    CHECK(toHex(getResponse(0x1E)) == "00c000001e");
    CHECK(toHex(getCardNumber()) == "ffca000000");
    CHECK(toHex(socialSecurityName()) == "7378312e73682ec9e7bbe1b1a3d5cf");
}

TEST_CASE("D2 a chip's reply is data and a status, within its bounds") {
    const auto reply = decodeReply(fromHex("0102611e").value());
    REQUIRE(reply);
    CHECK(reply->data.size() == 2);
    CHECK(reply->hasMore());
    CHECK(reply->isDone());
    CHECK(reply->size() == 0x1E);
    CHECK(decodeReply(fromHex("6c12").value())->wantsSize());
    CHECK_FALSE(decodeReply(fromHex("6a82").value())->isDone());
    CHECK_FALSE(decodeReply({}));
    CHECK_FALSE(decodeReply(Bytes(1)));
    CHECK_FALSE(decodeReply(Bytes(259)));
}

TEST_CASE("D2 a record is one data object, no shorter and no longer than it says") {
    const Bytes record = fromHex("0802abcd").value();
    CHECK(toHex(valueOf(record, 0x08).value()) == "abcd");
    CHECK_FALSE(valueOf(record, 0x09));
    CHECK_FALSE(valueOf(ByteView(record).first(3), 0x08));
    CHECK_FALSE(valueOf(ByteView(record).first(1), 0x08));
    CHECK_FALSE(valueOf(fromHex("0801abcd").value(), 0x08));
}

TEST_CASE("R1 a social security card with anything wrong gives no field") {
    CHECK(codeOf(goodValues()) == "");
    const auto with = [](std::size_t which, Bytes value) {
        Values values = goodValues();
        values[which] = std::move(value);
        return codeOf(values);
    };
    CHECK(with(0, fromHex("20191320").value()) == "card.damaged");
    CHECK(with(0, fromHex("ffffffff").value()) == "card.damaged");
    CHECK(with(0, {}) == "card.damaged");
    CHECK(with(1, fromHex("20180520").value()) == "card.damaged");
    CHECK(with(2, toBytes("990000199003071236")) == "card.damaged");
    CHECK(with(2, toBytes("99000019900307123")) == "card.damaged");
    CHECK(with(2, toBytes("990000199013071239")) == "card.damaged");
    CHECK(with(3, Bytes(30)) == "card.damaged");
    CHECK(with(3, fromHex("d4c6d0").value()) == "card.damaged"); // half a character
    CHECK(with(3, toBytes("a\nb")) == "card.damaged");
}

} // namespace kiosk::drivers::pcsc
