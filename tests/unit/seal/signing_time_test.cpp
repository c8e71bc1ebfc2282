// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/seal/signing_time.h"

using namespace kiosk;
using namespace kiosk::seal;
using namespace std::chrono;

namespace {

Result<WallTime> read(std::uint8_t tag, std::string_view text) {
    return timeValue({tag, bytesOf(text), {}});
}

const WallTime kMoment = sys_days(2020y / October / 10) + 15h + 11min + 20s;

} // namespace

TEST_CASE("times of certificates and seals are read to the second") {
    CHECK(read(tag::kGeneralizedTime, "20201010151120Z") == kMoment);
    CHECK(read(tag::kGeneralizedTime, "20201010151120.302Z") == kMoment);
    CHECK(read(tag::kUtcTime, "201010151120Z") == kMoment);
    CHECK(read(tag::kUtcTime, "500101000000Z") == WallTime(sys_days(1950y / January / 1)));
}

TEST_CASE("times that no calendar has, or without their zone, are refused") {
    const std::string_view text =
        GENERATE(as<std::string_view>{}, "20200230000000Z", "20201010240000Z", "20201010151120",
                 "2020101015112Z", "2020101015112xZ", "", "Z");
    CHECK(read(tag::kGeneralizedTime, text).error().code() == "seal.time");
}

TEST_CASE("a number is no time") {
    CHECK_FALSE(read(tag::kInteger, "20201010151120Z"));
}

TEST_CASE("the old layout's time may be ASN.1 or text") {
    CHECK(timeInfo(bytesOf("\x17\x0d"
                           "201010151120Z")) == kMoment);
    CHECK(timeInfo(bytesOf("2020-10-10T15:11:20.377Z")) == kMoment);
    CHECK_FALSE(timeInfo(bytesOf("2020-10-10 15:11:20")));
    CHECK_FALSE(timeInfo(fromHex("3003020101").value()));
    CHECK_FALSE(timeInfo({}));
}
