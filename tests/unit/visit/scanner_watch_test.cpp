// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/code_reader/hand_scanner/simulated_scanner.h"
#include "firmware/visit/scanner_watch.h"
#include "tests/support/manual_clock.h"

namespace kiosk::visit::tests {

using Cable = drivers::SimulatedScanner::Cable;

namespace {

/// Takes a second for each wait in which nothing is read, as real ones do. Reads in the tenth; then
/// no more time goes by.
class PatientScanner final : public drivers::CodeSource {
public:
    explicit PatientScanner(kiosk::tests::ManualClock& clock) : clock_(clock) {}

    drivers::DeviceIdentity identity() const override { return {}; }
    Result<> reset(std::stop_token) override { return {}; }
    Result<std::optional<drivers::Code>> next(std::stop_token) override {
        constexpr int kReads = 10;
        if (++waits_ <= kReads)
            clock_.advance(std::chrono::seconds(1));
        if (waits_ == kReads)
            return drivers::Code{"code"};
        return std::nullopt;
    }

private:
    kiosk::tests::ManualClock& clock_;
    int waits_ = 0;
};

} // namespace

TEST_CASE("D10 what the hand scanner reads is told, also after it was unplugged") {
    kiosk::tests::ManualClock clock;
    EventLoop loop(clock);
    const auto device = std::make_shared<drivers::SimulatedScanner>();
    drivers::Slot<drivers::CodeSource> slot([device] { return device; }, clock);
    InlineWorker worker;
    std::vector<std::string> seen;
    const ScannerWatch watch(loop, clock, slot, worker,
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

TEST_CASE("D10 a hand scanner that waits does not wake the loop before it reads") {
    kiosk::tests::ManualClock clock;
    EventLoop loop(clock);
    const auto device = std::make_shared<PatientScanner>(clock);
    drivers::Slot<drivers::CodeSource> slot([device] { return device; }, clock);
    InlineWorker worker;
    std::vector<std::string> seen;
    const ScannerWatch watch(loop, clock, slot, worker,
                             [&](const std::string& text) { seen.push_back(text); });
    CHECK(loop.runReady() == 1); // the first code, after ten waits
    CHECK(seen == std::vector<std::string>{"code"});
}

} // namespace kiosk::visit::tests
