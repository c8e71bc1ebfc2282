// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/example_pictures.h"
#include "tests/screens/example_views.h"

namespace kiosk::test {
namespace {

using namespace std::chrono_literals;
using namespace staff;
using drivers::DeviceState;

Facts everyday() {
    Facts facts;
    for (const auto* part : {"cardReader", "printer", "camera", "receiptPrinter", "auxiliaries",
                             "codeScanner", "staffCards"})
        facts.devices.push_back({.part = part, .state = DeviceState::online});
    facts.printer = drivers::PrinterStatus{.device = DeviceState::online,
                                           .paper = drivers::PaperState::full,
                                           .toner = drivers::TonerState::low,
                                           .sheetsLeft = 180};
    facts.queue = QueueFact{.waiting = 3, .dead = 1, .oldest = 42min};
    facts.regions = {{.name = "云州市", .answers = true},
                     {.name = "海岳省", .answers = false, .error = "authority.unreachable"}};
    facts.trust = {.name = "3F7A-09C2",
                   .roots = 2,
                   .copySigners = 2,
                   .lastChanged = "2026-11-01",
                   .firstEnds = "2031-10-31"};
    facts.version = "0.1.0";
    facts.tests[0] = TestResult{true, "2026-11-23 09:15", "technician"};
    facts.tests[1] = TestResult{false, "2026-11-23 09:20", "supervisor"};
    return facts;
}

Facts troubled() {
    Facts facts = everyday();
    facts.devices[0] = {"cardReader", DeviceState::noDevice,
                        Error(ErrorKind::unavailable, "reader.gone", Remedy::technician)};
    facts.devices[1] = {"printer", DeviceState::userError,
                        Error(ErrorKind::device, "printer.paper-out", Remedy::attendant)};
    facts.devices[2].state = DeviceState::busy;
    return facts;
}

/// A kiosk that serves every province, a third of which does not answer.
Facts manyRegions() {
    Facts facts = troubled();
    facts.regions.clear();
    for (int i = 1; i <= 32; ++i) {
        RegionFact region{.name = "试验省" + std::to_string(i), .answers = i % 3 != 0};
        if (!*region.answers)
            region.error = "authority.unreachable";
        facts.regions.push_back(std::move(region));
    }
    return facts;
}

ExampleView staffView(std::string name, StaffView view) {
    return {std::move(name), withContent(visit::StartView{}), std::move(view)};
}

StaffView page(Page which, Facts facts = everyday(), int leaf = 0) {
    return PageView{Role::supervisor, which, std::move(facts), leaf};
}

} // namespace

std::vector<ExampleView> exampleStaffViews() {
    using Phase = TestView::Phase;
    const Error jammed(ErrorKind::device, "printer.paper-jam", Remedy::attendant);
    return {
        staffView("staff-pin", PinView{.digits = 7, .canEnter = true}),
        staffView("staff-pin-wrong", PinView{.triesLeft = 2}),
        staffView("staff-locked", LockedView{5}),
        staffView("staff-refused", RefusedView{"staff.register"}),
        staffView("staff-menu", page(Page::menu)),
        staffView("staff-menu-attendant", PageView{Role::attendant, Page::menu, everyday()}),
        staffView("staff-board", page(Page::board)),
        staffView("staff-board-troubled", page(Page::board, troubled())),
        staffView("staff-readiness", page(Page::readiness, troubled())),
        staffView("staff-readiness-many", page(Page::readiness, manyRegions(), 1)),
        staffView("staff-network-many", page(Page::network, manyRegions(), 2)),
        staffView("staff-tests", page(Page::tests)),
        staffView("staff-queue", page(Page::queue)),
        staffView("staff-network", page(Page::network)),
        staffView("staff-trust", page(Page::trust)),
        staffView("staff-software", page(Page::software)),
        staffView("staff-test-reader", TestView{.test = GuidedTest::cardReader}),
        staffView("staff-test-printer-jammed",
                  TestView{GuidedTest::printer, Phase::failed, jammed}),
        staffView("staff-test-camera", TestView{.test = GuidedTest::camera,
                                                .phase = Phase::asking,
                                                .picture = exampleCameraPicture(),
                                                .codeSeen = true}),
        staffView(
            "staff-test-screen",
            TestView{.test = GuidedTest::screen, .phase = Phase::asking, .targetsTouched = {0, 3}}),
    };
}

} // namespace kiosk::test
