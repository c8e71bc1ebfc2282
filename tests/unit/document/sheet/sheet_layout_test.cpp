// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/document/sheet/sheet_layout.h"

namespace kiosk::document {

namespace {

SizeMm size(double width, double height) {
    return {{width}, {height}};
}

bool isInside(const BoxMm& box, const BoxMm& area) {
    constexpr double kTolerance = 1e-6;
    return box.x >= area.x - kTolerance && box.y >= area.y - kTolerance &&
           box.x + box.width <= area.x + area.width + kTolerance &&
           box.y + box.height <= area.y + area.height + kTolerance;
}

} // namespace

TEST_CASE("R7 every size of licence stands whole above the strip, in the middle") {
    const std::vector<SizeMm> pages = {size(210, 297), size(297, 210), size(420, 297),
                                       size(297, 420), size(86, 54),   size(54, 86),
                                       size(2000, 5),  size(1, 1)};
    for (const SizeMm& page : pages) {
        INFO(page.width.value << " x " << page.height.value);
        const Placement placement = place(page);
        CHECK(isInside(placement.box, kLicenceArea));
        CHECK(placement.box.x + placement.box.width / 2 ==
              Approx(kLicenceArea.x + kLicenceArea.width / 2));
        CHECK(placement.box.y + placement.box.height / 2 ==
              Approx(kLicenceArea.y + kLicenceArea.height / 2));
    }
}

TEST_CASE("a licence is turned only where that makes it larger") {
    CHECK(place(size(210, 297)).turn == Turn::none);
    CHECK(place(size(297, 210)).turn == Turn::quarter);
    CHECK(place(size(420, 297)).turn == Turn::quarter);
    CHECK(place(size(86, 54)).turn == Turn::none);
}

TEST_CASE("R7 the sheet says how much smaller than the original it is, and never enlarges") {
    CHECK(place(size(210, 297)).percent() == 80);
    CHECK(place(size(420, 297)).percent() == 57);
    CHECK(place(size(198, 240)).percent() == 100);
    CHECK(place(size(86, 54)).percent() == 100);
    CHECK(place(size(198, 240.01)).percent() == 99);
}

TEST_CASE("the code has its quiet zone to the licence, the paper's edge and the text") {
    constexpr double kQuiet = 4 * kSheetCode.width / 49; // four modules of the smallest it can be
    CHECK(kSheetCode.width >= 26);
    CHECK(kSheetCode.y - kStrip.y >= kQuiet);
    CHECK(210 - kSheetCode.x - kSheetCode.width >= kQuiet);
    CHECK(kStrip.y + kStrip.height <= 297 - 6);
    CHECK(kLicenceArea.y + kLicenceArea.height < kStrip.y);
}

} // namespace kiosk::document
