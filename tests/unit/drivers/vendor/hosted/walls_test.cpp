// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include <catch2/catch.hpp>

#include "drivers/vendor/hosted/hosted.h"
#include "tests/unit/drivers/vendor/hosted/unruly.h"

using namespace kiosk::drivers;
using kiosk::tests::unruly;

TEST_CASE(
    "U6 a supplier's process sees nothing of the kiosk's, writes nothing and wipes what it had") {
    REQUIRE(::getenv("HOME") != nullptr); // what the kiosk has of this kind
    const auto reader = openHostedCardReader(unruly("")).value();
    CHECK(reader->samNumber({}).value() ==
          "home 0 passwd 0 write 0 null 1 dump 0 rights 0 freed 0");
}
