// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/document/pdf/pdf_date.h"

using namespace std::chrono;
using kiosk::WallTime;
using kiosk::document::pdf::parseDate;

TEST_CASE("V8 a PDF's dates are read with their zone") {
    const WallTime eight = sys_days(2026y / November / 1) + 8h;
    CHECK(parseDate("D:20261101080000Z") == eight);
    CHECK(parseDate("D:20261101160000+08'00'") == eight);
    CHECK(parseDate("D:20261101160000+08'00") == eight);
    CHECK(parseDate("D:20261101160000+08") == eight);
    CHECK(parseDate("20261101023000-05'30'") == eight);
    CHECK(parseDate("D:20261101160000") == eight); // no zone: China's
}

TEST_CASE("V8 what is no date of a PDF is nothing") {
    for (const char* text : {"", "D:", "D:20261101", "D:20261301080000Z", "D:20261101250000Z",
                             "D:2026110108000Z", "D:20261101080000+ab", "D:20261101080000x"})
        CHECK_FALSE(parseDate(text));
}
