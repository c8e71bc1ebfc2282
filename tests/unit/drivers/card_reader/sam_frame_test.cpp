// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/card_reader/sam/codec/frame.h"

using namespace kiosk;
using namespace kiosk::drivers::sam;
using State = FrameParser::State;

namespace {

/// A reply as the vendors' table prints it: module status, all well.
const std::string kStatusReply = "aaaaaa9669"
                                 "0004"
                                 "000090"
                                 "94";

Bytes hex(std::string_view text) {
    return fromHex(text).value();
}

/// The length field of a frame replaced, the check byte made right again.
Bytes withLength(std::size_t length) {
    Bytes frame = hex(kStatusReply);
    frame[5] = static_cast<std::byte>(length >> 8);
    frame[6] = static_cast<std::byte>(length & 0xFF);
    return frame;
}

State stateAfter(ByteView bytes) {
    FrameParser parser;
    parser.feed(bytes);
    return parser.state();
}

} // namespace

TEST_CASE("a frame's length counts payload and check, its check covers the length") {
    CHECK(toHex(encodeFrame(hex("11ff"))) == "aaaaaa9669000311ffed");
    CHECK(toHex(encodeFrame(hex("3001"))) == "aaaaaa966900033001"
                                             "32");
    CHECK(toHex(encodeFrame(hex("000090"))) == kStatusReply);
}

TEST_CASE("D1 a reply split at any byte is the same reply") {
    const Bytes whole = hex(kStatusReply);
    for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
        FrameParser parser;
        parser.feed(ByteView(whole).first(cut));
        CHECK(parser.wantsMore() == (cut < whole.size()));
        parser.feed(ByteView(whole).subspan(cut));
        REQUIRE(parser.state() == State::complete);
        CHECK(toHex(parser.payload()) == "000090");
    }
}

TEST_CASE("D1 stray bytes before and inside the preamble are skipped") {
    for (const std::string stray : {"00", "aa", "ff13aaaa", "aaaa96", "aa00aaaa"})
        CHECK(stateAfter(hex(stray + kStatusReply)) == State::complete);
    CHECK(stateAfter(hex("aa00aaaa9669000400009094")) == State::complete);
    CHECK(stateAfter(hex("aaaa00aa9669000400009094")) == State::complete);
}

TEST_CASE("S6 a length no reply has is refused before anything is stored") {
    for (std::size_t length : {0U, 1U, 2U, 3U, 2315U, 65535U})
        CHECK(stateAfter(withLength(length)) == State::wrongLength);
    CHECK(stateAfter(withLength(2314)) == State::inBody);
}

TEST_CASE("R1 any byte changed after the preamble is noticed") {
    const Bytes right = hex(kStatusReply);
    for (std::size_t at = kPreambleSize; at < right.size(); ++at) {
        Bytes wrong = right;
        wrong[at] ^= std::byte{0x10};
        CHECK(stateAfter(wrong) != State::complete);
    }
}

TEST_CASE("a parser says on which pipe the next bytes come") {
    const Bytes whole = hex(kStatusReply);
    FrameParser parser;
    CHECK_FALSE(parser.sawBytes());
    CHECK(parser.part() == FramePart::header);
    parser.feed(ByteView(whole).first(kHeaderSize));
    CHECK(parser.sawBytes());
    CHECK(parser.part() == FramePart::body);
}

TEST_CASE("bytes after a frame are noticed and left out") {
    FrameParser parser;
    parser.feed(hex(kStatusReply + kStatusReply));
    CHECK(parser.state() == State::complete);
    CHECK(parser.sawSurplus());
    CHECK(toHex(parser.payload()) == "000090");
}

TEST_CASE("an unfinished frame has no payload") {
    FrameParser parser;
    parser.feed(ByteView(hex(kStatusReply)).first(10));
    CHECK(parser.payload().empty());
}
