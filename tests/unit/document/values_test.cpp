// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/document/ofd/values.h"

using namespace kiosk::document;
using namespace kiosk::document::ofd;

TEST_CASE("boxes are read with doubled blanks and trailing zeros") {
    CHECK(parseBox(" 0.00 0.00  406.40 228.60 ") == BoxMm{0, 0, 406.4, 228.6});
    CHECK_FALSE(parseBox("1 2 3"));
    CHECK_FALSE(parseBox("1 2 3 x"));
    CHECK_FALSE(parseBox(""));
}

TEST_CASE("numbers that mean nothing on paper are left out") {
    CHECK(parseNumbers("1 nan inf -inf 1e9 2").size() == 2);
}

TEST_CASE("steps unpack their run-length form") {
    CHECK(parseSteps("g 3 3.1305", 9) == std::vector{3.1305, 3.1305, 3.1305});
    CHECK(parseSteps("2.1 g 4 2.8 3.0", 9) == std::vector{2.1, 2.8, 2.8, 2.8, 2.8, 3.0});
    CHECK(parseSteps("g 2 1 g 1 -5", 9) == std::vector{1.0, 1.0, -5.0});
    CHECK(parseSteps("1 g 3", 9) == std::vector{1.0});
}

TEST_CASE("a run longer than the text costs nothing") {
    CHECK(parseSteps("g 999999999 1 g 999999999 1", 5).size() == 5);
    CHECK(parseSteps("g -4 1", 5).empty());
}

TEST_CASE("IDs are positive whole numbers, anything else is none") {
    CHECK(parseId(" 42 ") == 42);
    CHECK(parseId("-1") == 0);
    CHECK(parseId("x") == 0);
}
