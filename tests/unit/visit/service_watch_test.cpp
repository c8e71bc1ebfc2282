// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/visit/service_watch.h"

namespace kiosk::visit::tests {

namespace {

using drivers::DeviceState;
using drivers::PaperState;
using drivers::PrinterStatus;
using drivers::TonerState;

PrinterStatus ready() {
    return {.device = DeviceState::online, .paper = PaperState::full, .toner = TonerState::full};
}

} // namespace

TEST_CASE("Q7 paper out is said on the start screen before anybody begins") {
    PrinterStatus status = ready();
    status.paper = PaperState::out;
    const Services told = withPrinter({}, status);
    CHECK(told.printing == ServiceState::out);
    CHECK(told.printingNote == "printer.paper-out");
    CHECK(withPrinter(told, ready()).printing == ServiceState::working);
}

TEST_CASE("D7 low paper still prints, and is said") {
    PrinterStatus status = ready();
    status.paper = PaperState::low;
    CHECK(withPrinter({}, status).printing == ServiceState::limited);
}

TEST_CASE("Q7 a printer that is gone is out with its own code") {
    const Services told =
        withPrinter({}, fail(ErrorKind::device, "printer.gone", Remedy::technician));
    CHECK(told.printing == ServiceState::out);
    CHECK(told.printingNote == "printer.gone");
}

TEST_CASE("Q7 a receipt printer that prints no slips is said, and nothing else is out") {
    PrinterStatus status = ready();
    status.paper = PaperState::low;
    CHECK(withReceiptPrinter({}, status).slipsNote.empty());
    status.paper = PaperState::out;
    const Services told = withReceiptPrinter({}, status);
    CHECK(told.slipsNote == "slips.paper-out");
    CHECK(told.printing == ServiceState::unknown);
    status.paper = PaperState::jammed;
    CHECK(withReceiptPrinter({}, status).slipsNote == "slips.paper-jam");
    status.coverOpen = true;
    CHECK(withReceiptPrinter({}, status).slipsNote == "slips.cover-open");
    CHECK(withReceiptPrinter({}, fail(ErrorKind::device, "printer.gone", Remedy::technician))
              .slipsNote == "slips.not-ready");
    CHECK(withReceiptPrinter(told, ready()).slipsNote.empty());
}

TEST_CASE("Q7 some silent regions are named, all silent is no network") {
    CHECK(withRegions({}, {{"云州市", true}, {"海宁州", true}}).network == ServiceState::working);
    const Services some = withRegions({}, {{"云州市", true}, {"海宁州", false}});
    CHECK(some.network == ServiceState::limited);
    CHECK(some.silentRegions == std::vector<std::string>{"海宁州"});
    CHECK(withRegions({}, {{"云州市", false}, {"海宁州", false}}).network == ServiceState::out);
}

TEST_CASE("Q7 the network is unknown until the last region has answered or one is silent") {
    CHECK(Services{}.network == ServiceState::unknown);
    CHECK(withRegions({}, {{"云州市", true}, {"海宁州", {}}}).network == ServiceState::unknown);
    const Services some = withRegions({}, {{"云州市", {}}, {"海宁州", false}});
    CHECK(some.network == ServiceState::limited);
    CHECK(some.silentRegions == std::vector<std::string>{"海宁州"});
}

TEST_CASE("Q7 without a region nothing can be looked up") {
    CHECK(withRegions({}, {}).network == ServiceState::out);
}

} // namespace kiosk::visit::tests
