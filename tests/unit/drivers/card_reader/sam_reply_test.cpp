// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <set>

#include <catch2/catch.hpp>

#include "drivers/card_reader/sam/codec/reply.h"
#include "drivers/card_reader/sam/codec/status.h"

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::drivers::sam;

namespace {

Bytes hex(std::string_view text) {
    return fromHex(text).value();
}

Bytes cardDataOf(std::size_t record, std::size_t photo) {
    Bytes data = hex("01000400");
    data.resize(4 + record + photo);
    return data;
}

std::string codeOf(std::uint8_t status) {
    const auto trouble = meaningOf(status).trouble;
    return trouble ? asError(*trouble).code() : "";
}

} // namespace

TEST_CASE("requests are those of the vendors' table") {
    CHECK(toHex(encodeRequest(kResetModule)) == "aaaaaa9669000310ffec");
    CHECK(toHex(encodeRequest(kModuleStatus)) == "aaaaaa9669000311ffed");
    CHECK(toHex(encodeRequest(kReadSamId)) == "aaaaaa9669000312ffee");
    CHECK(toHex(encodeRequest(kFindCard)) == "aaaaaa96690003200122");
    CHECK(toHex(encodeRequest(kSelectCard)) == "aaaaaa96690003200221");
    CHECK(toHex(encodeRequest(kReadTextAndPhoto)) == "aaaaaa96690003300132");
    CHECK(toHex(encodeRequest(kReadNewestAddress)) == "aaaaaa96690003300330");
}

TEST_CASE("a reply's third byte is its status, the rest its data") {
    const Bytes payload = hex("00009f01020304");
    const auto reply = decodeReply(payload);
    REQUIRE(reply);
    CHECK(reply->status == kCardFound);
    CHECK(toHex(reply->data) == "01020304");
    CHECK_FALSE(decodeReply(hex("0000")));
}

TEST_CASE("R1 text and photo of any other length are refused") {
    CHECK(decodeCardData(cardDataOf(256, 1024)));
    for (const auto& [record, photo] : {std::pair{256, 1023}, {256, 1025}, {0, 0}, {255, 1024}}) {
        const auto data = decodeCardData(
            cardDataOf(static_cast<std::size_t>(record), static_cast<std::size_t>(photo)));
        REQUIRE_FALSE(data);
        CHECK(data.error().code() == "card.read-failed");
    }
    Bytes swapped = cardDataOf(1024, 256);
    std::swap(swapped[0], swapped[2]);
    CHECK_FALSE(decodeCardData(swapped));
    CHECK_FALSE(decodeCardData(hex("0100")));
}

TEST_CASE("R1 the third length says what follows the photo, or the reply is refused") {
    const auto dataOf = [](std::string_view lengths, std::size_t fingerprints) {
        Bytes data = hex(lengths);
        data.resize(6 + 256 + 1024 + fingerprints, std::byte{1});
        return data;
    };
    const Bytes whole = dataOf("010004000400", 1024);
    const auto card = decodeCardData(whole);
    REQUIRE(card);
    CHECK(card->record.data() == whole.data() + 6);
    CHECK(card->photo.data() == whole.data() + 6 + 256);
    CHECK(decodeCardData(dataOf("010004000000", 0)));
    CHECK_FALSE(decodeCardData(dataOf("010004000400", 0)));
    CHECK_FALSE(decodeCardData(dataOf("010004000000", 1024)));
    CHECK_FALSE(decodeCardData(dataOf("010004000200", 512)));
    CHECK(fingerprintBytes(kReadTextAndPhoto, {kDone, whole}) == 1024);
    CHECK(fingerprintBytes(kFindCard, {kDone, whole}) == 0);
}

TEST_CASE("R1 a reply with too much or too little data answers another command") {
    const Bytes card = cardDataOf(256, 1024);
    CHECK(canAnswer(kReadTextAndPhoto, {kDone, card}));
    CHECK(canAnswer(kReadTextAndPhoto, {0x41, {}}));
    CHECK(canAnswer(kReadNewestAddress, {kDone, ByteView(card).first(70)}));
    CHECK(canAnswer(kFindCard, {kCardFound, ByteView(card).first(4)}));
    CHECK_FALSE(canAnswer(kReadTextAndPhoto, {kDone, ByteView(card).first(8)}));
    CHECK_FALSE(canAnswer(kFindCard, {kDone, card}));
}

TEST_CASE("R1 a security module's number is written as on its label") {
    const auto number = formatSamNumber(hex("05000300"
                                            "05b43201"
                                            "39300000"
                                            "4e61bc00"));
    REQUIRE(number);
    CHECK(*number == "05.03-20100101-000012345-012345678");
    CHECK(formatSamNumber(hex("0500030005b43201")).error().code() == "reader.garbled");
}

TEST_CASE("D4 each status names who must act") {
    CHECK(codeOf(0x90).empty());
    CHECK(codeOf(0x9F).empty());
    CHECK(codeOf(0x80) == "card.removed");
    CHECK(codeOf(0x81) == "card.select-failed");
    CHECK(codeOf(0x41) == "card.read-failed");
    CHECK(codeOf(0x40) == "card.wrong-kind");
    for (std::uint8_t refusal : std::array<std::uint8_t, 3>{0x31, 0x32, 0x33})
        CHECK(codeOf(refusal) == "card.refused");
    CHECK(codeOf(0x60) == "reader.self-test");
    CHECK(codeOf(0x66) == "reader.not-authorised");
    CHECK(codeOf(0x21) == "reader.unexpected-status");
    CHECK(codeOf(0x55) == "reader.unexpected-status");
}

TEST_CASE("D4 some statuses are mended before they are told") {
    CHECK(meaningOf(0x10).recovery == Recovery::resend);
    CHECK(meaningOf(0x24).recovery == Recovery::resetModule);
    CHECK(meaningOf(0x47).recovery == Recovery::resetModule);
    CHECK(meaningOf(0x41).recovery == Recovery::none);
}

TEST_CASE("D12 every trouble of a reader has a code of its own") {
    std::set<std::string> codes;
    constexpr int kLast = static_cast<int>(CardTrouble::cancelled);
    for (int trouble = 0; trouble <= kLast; ++trouble)
        codes.insert(asError(static_cast<CardTrouble>(trouble)).code());
    CHECK(codes.size() == kLast + 1);
}
