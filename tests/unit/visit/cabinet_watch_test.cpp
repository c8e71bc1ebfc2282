// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/auxiliaries/simulated/simulated_auxiliaries.h"
#include "firmware/visit/cabinet_watch.h"
#include "tests/support/manual_clock.h"

namespace kiosk::visit::tests {

namespace {

using namespace std::chrono_literals;
using drivers::CabinetDoor;
using drivers::CabinetState;
using drivers::FlashRate;
using drivers::Part;
using drivers::SimulatedAuxiliaries;

/// A cabinet, the watch over it, and what that told. Time moves by pass() alone.
struct WatchBench {
    kiosk::tests::ManualClock clock;
    EventLoop loop{clock};
    InlineWorker worker;
    std::shared_ptr<SimulatedAuxiliaries> cabinet = std::make_shared<SimulatedAuxiliaries>(
        drivers::SimulatedAuxiliariesOptions{.patience = 0ms});
    CabinetWatch::Slot slot{
        [this]() -> Result<std::shared_ptr<drivers::Auxiliaries>> { return cabinet; }, clock};
    std::vector<CabinetState> told;
    CabinetWatch watch{loop, clock, slot, worker,
                       [this](const CabinetState& state) { told.push_back(state); }};

    void pass(std::chrono::milliseconds time) {
        for (; time > 0ms; time -= 100ms) {
            clock.advance(100ms);
            loop.runReady();
        }
    }
};

/// Takes a second for each wait in which nothing happens, as real ones do. Its door opens in the
/// tenth; then no more time goes by.
class PatientCabinet final : public drivers::Auxiliaries {
public:
    static constexpr int kOpens = 10;

    explicit PatientCabinet(kiosk::tests::ManualClock& clock) : clock_(clock) {}
    int waits() const { return waits_; }

    drivers::DeviceIdentity identity() const override { return cabinet_.identity(); }
    drivers::AuxiliariesCapabilities capabilities() const override {
        return cabinet_.capabilities();
    }
    Result<> reset(std::stop_token stop) override { return cabinet_.reset(stop); }
    Result<> set(Part light, FlashRate rate, std::stop_token stop) override {
        return cabinet_.set(light, rate, stop);
    }
    Result<CabinetState> state(std::stop_token stop) override { return cabinet_.state(stop); }
    Result<std::optional<drivers::CabinetChange>> next(std::stop_token stop) override {
        if (++waits_ <= kOpens)
            clock_.advance(1s);
        if (waits_ == kOpens)
            cabinet_.become({.door = CabinetDoor::open});
        return cabinet_.next(stop);
    }

private:
    kiosk::tests::ManualClock& clock_;
    SimulatedAuxiliaries cabinet_{drivers::SimulatedAuxiliariesOptions{.patience = 0ms}};
    int waits_ = 0;
};

} // namespace

TEST_CASE("D11 an open door is told within a tenth of a second, and once") {
    WatchBench bench;
    bench.pass(1s);
    CHECK(bench.told.empty());
    bench.cabinet->become({.door = CabinetDoor::open});
    bench.pass(100ms);
    REQUIRE(bench.told.size() == 1);
    CHECK(bench.told[0].door == CabinetDoor::open);
    bench.pass(1s);
    CHECK(bench.told.size() == 1);
}

TEST_CASE("D11 a key pressed between two looks is told, on and off") {
    WatchBench bench;
    bench.pass(1s);
    bench.cabinet->pressCallKey();
    bench.pass(1s);
    REQUIRE(bench.told.size() == 2);
    CHECK(bench.told[0].callKey == drivers::CallKey::on);
    CHECK(bench.told[1] == CabinetState{});
}

TEST_CASE("D11 an open door does not close because the cabinet is gone") {
    WatchBench bench;
    bench.cabinet->become({.door = CabinetDoor::open});
    bench.pass(1s);
    bench.cabinet->unplug();
    bench.pass(10s);
    CHECK(bench.told.size() == 1);
    bench.cabinet->become({});
    bench.cabinet->plug();
    bench.pass(40s);
    REQUIRE(bench.told.size() == 2);
    CHECK(bench.told[1] == CabinetState{});
}

TEST_CASE("D11 lights follow at once, also on a cabinet that was gone") {
    WatchBench bench;
    bench.pass(1s);
    bench.watch.show({.card = FlashRate::slow});
    CHECK(bench.cabinet->shown(Part::cardLight) == FlashRate::slow);
    bench.watch.show({.paper = FlashRate::quick, .call = FlashRate::continuous});
    CHECK(bench.cabinet->shown(Part::cardLight) == FlashRate::off);
    CHECK(bench.cabinet->shown(Part::paperLight) == FlashRate::quick);
    bench.cabinet->unplug();
    bench.pass(5s);
    bench.cabinet->plug();
    bench.pass(40s);
    CHECK(bench.cabinet->shown(Part::paperLight) == FlashRate::quick);
    CHECK(bench.cabinet->shown(Part::callLamp) == FlashRate::continuous);
}

TEST_CASE("D11 a cabinet without lights is watched all the same") {
    WatchBench bench;
    bench.cabinet->unplug();
    bench.cabinet = std::make_shared<SimulatedAuxiliaries>(
        drivers::SimulatedAuxiliariesOptions{.parts = {Part::cabinetDoor}, .patience = 0ms});
    bench.watch.show({.card = FlashRate::slow});
    bench.pass(5s);
    bench.cabinet->become({.door = CabinetDoor::open});
    bench.pass(5s);
    CHECK(bench.told.size() == 1);
}

TEST_CASE("D11 a cabinet that waits does not wake the loop before its door opens") {
    kiosk::tests::ManualClock clock;
    EventLoop loop{clock};
    InlineWorker worker;
    const auto cabinet = std::make_shared<PatientCabinet>(clock);
    CabinetWatch::Slot slot{
        [cabinet]() -> Result<std::shared_ptr<drivers::Auxiliaries>> { return cabinet; }, clock};
    std::vector<CabinetState> told;
    const CabinetWatch watch{loop, clock, slot, worker,
                             [&told](const CabinetState& state) { told.push_back(state); }};
    loop.runReady();
    clock.advance(100ms);
    CHECK(loop.runReady() == 2); // a round begun and ended
    REQUIRE(told.size() == 1);
    CHECK(told[0].door == CabinetDoor::open);
    CHECK(cabinet->waits() == PatientCabinet::kOpens);
}

} // namespace kiosk::visit::tests
