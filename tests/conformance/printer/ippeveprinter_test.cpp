// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include <catch2/catch.hpp>

#include "drivers/printer/ipp/ipp_printer.h"
#include "tests/support/egress_door.h"
#include "tests/support/ippeveprinter.h"

// The IPP module and ippeveprinter where other printers have nothing alike.

namespace kiosk::drivers {

namespace {

using tests::IppEvePrinter;

const PrintDocument kThreePages{
    .pdf = toBytes("%PDF-1.5\n%%Pages: 3\n"), .pages = 3, .jobName = "copy"};

/// Waits until the printer says this of the job, or for some patience.
bool reaches(Printer& printer, int job, JobState state) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    auto progress = printer.progress({job, 3}, {});
    while (progress && progress->state != state && std::chrono::steady_clock::now() < deadline)
        progress = printer.progress({job, 3}, {});
    return progress && progress->state == state;
}

} // namespace

TEST_CASE("a printer left to itself prints all pages and counts them") {
    const auto device = IppEvePrinter::start({.pageTime = std::chrono::milliseconds(1)});
    REQUIRE(device);
    const auto printer = openIpp({.uri = (*device)->uri()});
    REQUIRE(printer);
    const int job = *(*printer)->submit(kThreePages, {});
    REQUIRE(reaches(**printer, job, JobState::completed));
    CHECK((*printer)->progress({job, 3}, {})->pagesOut == 3);
    CHECK((*device)->printed().size() == 1);
}

TEST_CASE("a kiosk without a network of its own prints by its way out") {
    const auto device = IppEvePrinter::start({.pageTime = std::chrono::milliseconds(1)});
    REQUIRE(device);
    const std::string uri = (*device)->uri();
    const std::string place = uri.substr(6, uri.find('/', 6) - 6); // behind "ipp://"
    tests::EgressDoor door({{}, {{"printer", egress::destinationFrom(place).value()}}});
    REQUIRE(door.open("printer"));
    const auto printer = openIpp({.uri = uri, .through = door.socket("printer")});
    REQUIRE(printer);
    const int job = *(*printer)->submit(kThreePages, {});
    REQUIRE(reaches(**printer, job, JobState::completed));
    CHECK((*device)->printed().size() == 1);
    door.close();
    CHECK((*printer)->status({}).error().code() == "printer.gone");
}

TEST_CASE("a printer that takes no PDF is not given one") {
    const auto device = IppEvePrinter::start({.formats = "image/pwg-raster"});
    REQUIRE(device);
    const auto printer = openIpp({.uri = (*device)->uri()});
    REQUIRE(printer);
    CHECK((*printer)->submit(kThreePages, {}).error().code() == "printer.format-refused");
    CHECK((*device)->printed().empty());
}

TEST_CASE("D9 a printer that was off and on again does not know the job any more") {
    const auto device = IppEvePrinter::start({.pace = IppEvePrinter::Pace::onCommand});
    REQUIRE(device);
    const auto printer = openIpp({.uri = (*device)->uri()});
    REQUIRE(printer);
    const int job = *(*printer)->submit(kThreePages, {});
    (*device)->cutPower();
    CHECK((*printer)->progress({job, 3}, {}).error().code() == "printer.gone");
    REQUIRE((*device)->powerOn());
    CHECK((*printer)->progress({job, 3}, {}).error().code() == "printer.no-such-job");
    CHECK((*printer)->status({})->canPrint());
}

TEST_CASE("D9 a printer is clear only when the cancelled job has come to its end") {
    const auto device = IppEvePrinter::start({.pace = IppEvePrinter::Pace::onCommand});
    REQUIRE(device);
    const auto printer = openIpp({.uri = (*device)->uri()});
    REQUIRE(printer);
    const int job = *(*printer)->submit(kThreePages, {});
    REQUIRE(reaches(**printer, job, JobState::processing)); // one that waits ends at once
    const auto whileWoundUp = (*printer)->clearJobs({});
    REQUIRE_FALSE(whileWoundUp);
    CHECK(whileWoundUp.error().code() == "printer.busy");
    CHECK(whileWoundUp.error().remedy() == Remedy::wait);
}

TEST_CASE("a path on the printer that is no queue is refused, not taken for a printer") {
    const auto device = IppEvePrinter::start({});
    REQUIRE(device);
    std::string uri = (*device)->uri();
    uri.replace(uri.find("/ipp/print"), std::string::npos, "/nowhere");
    const auto printer = openIpp({.uri = uri});
    REQUIRE_FALSE(printer);
    CHECK(printer.error().code() == "printer.refused");
}

} // namespace kiosk::drivers
