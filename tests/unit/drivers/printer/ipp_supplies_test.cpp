// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/printer/ipp/ipp_mapping.h"
#include "drivers/printer/ipp/supplies.h"

using namespace kiosk::drivers;
using namespace kiosk::drivers::ipp;

TEST_CASE("D7 how many sheets are left is a forecast of the trays that can say") {
    CHECK(
        sheetsLeft({"type=sheetFeedAutoRemovableTray;maxcapacity=250;level=120;status=0;name=main",
                    "type=sheetFeedManual;maxcapacity=1;level=-2;name=manual",
                    "level=30;type=other"}) == 150);
    CHECK(sheetsLeft({"maxcapacity=250;level=0;"}) == 0);
    for (const char* unknown :
         {"level=-2", "level=-3", "level=", "level=9x", "level=99999999999", "sublevel=3", ""})
        CHECK_FALSE(sheetsLeft({unknown}));
}

TEST_CASE("D7 toner is told by the supply that ends first, waste apart") {
    CHECK(supplyPercent(
              {"class=receptacleThatIsFilled;type=wasteToner;unit=percent;maxcapacity=100;level=3;",
               "class=supplyThatIsConsumed;type=toner;unit=percent;maxcapacity=100;level=75;",
               "class=supplyThatIsConsumed;type=opc;maxcapacity=40000;level=20000;"}) == 50);
    CHECK_FALSE(supplyPercent({"class=supplyThatIsConsumed;maxcapacity=-2;level=5;"}));
    CHECK_FALSE(supplyPercent({"class=supplyThatIsConsumed;maxcapacity=0;level=0;"}));
    CHECK_FALSE(supplyPercent({}));
}

TEST_CASE("D7 trays that hold paper but no A4 are empty to us; silence is no reason to refuse") {
    PrinterAnswer answer{.state = 3, .mediaReady = {"na_letter_8.5x11in", "na_index-4x6_4x6in"}};
    CHECK(lacksA4(answer));
    const auto status = toStatus(answer);
    REQUIRE(status);
    CHECK(status->paper == PaperState::out);
    CHECK(status->device == DeviceState::userError);
    CHECK(status->reasons == std::vector<std::string>{"a4-not-loaded"});
    answer.mediaReady.emplace_back("iso_a4_210x297mm");
    CHECK_FALSE(lacksA4(answer));
    CHECK(toStatus(answer)->canPrint());
    CHECK_FALSE(lacksA4({.state = 3}));
}

TEST_CASE("pages go as dots at 300 an inch, or as coarse as the printer can") {
    PrinterAnswer answer{.formats = {"image/pwg-raster"},
                         .rasterDensities = {200, 300, 600},
                         .rasterTypes = {"black_1", "sgray_8"}};
    CHECK(rasterDensity(answer) == 300);
    CHECK(toCapabilities(answer).formats == std::vector{DocumentFormat::pwgRaster});
    answer.rasterDensities = {1200, 600};
    CHECK(rasterDensity(answer) == 600);
    answer.rasterDensities = {0, -300, 2'000'000'000, 1200, 72}; // no page of such dots is drawn
    CHECK_FALSE(rasterDensity(answer));
    answer.rasterDensities = {600};
    answer.rasterTypes = {"black_1"};
    CHECK_FALSE(rasterDensity(answer));
    CHECK(toCapabilities(answer).formats.empty());
}
