// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/code_reader/hand_scanner/simulated_scanner.h"
#include "firmware/visit/scanner_watch.h"
#include "tests/support/manual_clock.h"

namespace kiosk::visit::tests {

using Cable = drivers::SimulatedScanner::Cable;

TEST_CASE("D10 what the hand scanner reads is told, also after it was unplugged") {
    kiosk::tests::ManualClock clock;
    EventLoop loop(clock);
    const auto device = std::make_shared<drivers::SimulatedScanner>();
    drivers::Slot<drivers::CodeSource> slot([device] { return device; }, clock);
    InlineWorker worker;
    std::vector<std::string> seen;
    const ScannerWatch watch(loop, slot, worker,
                             [&](const std::string& text) { seen.push_back(text); });
    const auto pass = [&](std::chrono::milliseconds time) {
        for (auto passed = time.zero(); passed < time; passed += std::chrono::milliseconds(50)) {
            clock.advance(std::chrono::milliseconds(50));
            loop.runReady();
        }
    };
    device->scan("first");
    device->scan("second");
    pass(std::chrono::milliseconds(200));
    CHECK(seen == std::vector<std::string>{"first", "second"});
    device->setCable(Cable::pulled);
    pass(std::chrono::seconds(5));
    device->setCable(Cable::plugged);
    device->scan("third");
    pass(std::chrono::seconds(5));
    CHECK(seen.size() == 3);
}

} // namespace kiosk::visit::tests
