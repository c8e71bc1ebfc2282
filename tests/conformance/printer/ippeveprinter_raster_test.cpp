// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include <catch2/catch.hpp>

#include "drivers/printer/ipp/ipp_printer.h"
#include "firmware/base/files.h"
#include "tests/support/ippeveprinter.h"
#include "tests/support/raster_reader.h"

// A printer that takes no PDF, and what a printer says of its trays.

namespace kiosk::drivers {

namespace {

using tests::IppEvePrinter;

Result<RasterPage> oblique(int page, const RasterForm& form) {
    RasterPage drawn{.width = form.width, .height = form.height};
    for (int y = 0; y < form.height; ++y)
        for (int x = 0; x < form.width; ++x)
            drawn.dots.push_back((x + y) / (20 + page) % 2 == 0 ? std::byte{40} : std::byte{255});
    return drawn;
}

const PrintDocument kTwoPages{
    .pdf = toBytes("%PDF-1.5"), .pages = 2, .jobName = "copy", .drawPage = oblique};

} // namespace

TEST_CASE("D2 a printer that takes only PWG raster gets the pages as dots, all of them") {
    const auto device = IppEvePrinter::start(
        {.pageTime = std::chrono::milliseconds(1), .formats = "image/pwg-raster"});
    REQUIRE(device);
    const auto printer = openIpp({.uri = (*device)->uri()});
    REQUIRE(printer);
    CHECK((*printer)->capabilities().formats == std::vector{DocumentFormat::pwgRaster});
    REQUIRE((*printer)->submit(kTwoPages, {}));
    const auto files = (*device)->printed();
    REQUIRE(files.size() == 1);
    const auto pages = tests::readRaster(readFile(files.front()).value());
    REQUIRE(pages.size() == 2);
    for (int page = 0; page < 2; ++page) {
        const tests::ReadPage& read = pages[static_cast<std::size_t>(page)];
        CHECK(read.dotsPerInch == 300);
        CHECK(read.media == "iso_a4_210x297mm");
        const RasterForm form{.width = static_cast<int>(read.width),
                              .height = static_cast<int>(read.height),
                              .dotsPerInch = 300};
        CHECK((read.dots == oblique(page, form)->dots)); // not for printing
    }
}

TEST_CASE("D2 a printer that takes both gets PDF") {
    const auto device = IppEvePrinter::start(
        {.pageTime = std::chrono::milliseconds(1), .formats = "image/pwg-raster,application/pdf"});
    REQUIRE(device);
    const auto printer = openIpp({.uri = (*device)->uri()});
    REQUIRE(printer);
    REQUIRE((*printer)->submit(kTwoPages, {}));
    REQUIRE((*device)->printed().size() == 1);
    CHECK(readFile((*device)->printed().front()) == kTwoPages.pdf);
}

TEST_CASE("D7 a printer with another size of paper is given nothing, and says so early") {
    const auto device = IppEvePrinter::start({.pace = IppEvePrinter::Pace::onCommand});
    REQUIRE(device);
    const auto printer = openIpp({.uri = (*device)->uri()});
    REQUIRE(printer);
    REQUIRE((*device)->loadMedia("na_letter_8.5x11in", 250));
    const auto status = (*printer)->status({});
    REQUIRE(status);
    CHECK_FALSE(status->canPrint());
    const auto refused = (*printer)->submit(kTwoPages, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == "printer.no-a4");
    CHECK(refused.error().remedy() == Remedy::attendant);
    CHECK((*device)->printed().empty());
    REQUIRE((*device)->putSheets(250));
    CHECK((*printer)->status({})->canPrint());
    CHECK((*printer)->submit(kTwoPages, {}));
}

TEST_CASE("D7 sheets and toner are forecast as the printer estimates them") {
    const auto device = IppEvePrinter::start({});
    REQUIRE(device);
    const auto printer = openIpp({.uri = (*device)->uri()});
    REQUIRE(printer);
    REQUIRE((*device)->putSheets(125));
    REQUIRE((*device)->setTonerPercent(42));
    const auto status = (*printer)->status({});
    REQUIRE(status);
    CHECK(status->sheetsLeft == 125);
    CHECK(status->tonerPercent == 42);
}

} // namespace kiosk::drivers
