// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <thread>

#include <catch2/catch.hpp>

#include "tests/conformance/auxiliaries/auxiliaries_rig.h"

// What every module for auxiliaries must do, whatever its wire. These cases know a cabinet only by
// the interface.

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::tests;

namespace {

constexpr CabinetState kEverythingUp{.door = CabinetDoor::open,
                                     .tamper = TamperSensor::on,
                                     .power = PowerSupply::batteryLow,
                                     .headset = Headset::present,
                                     .callKey = CallKey::on};

bool has(AuxiliariesRig& rig, Part part) {
    return std::ranges::count(rig.auxiliaries().capabilities(), part) > 0;
}

std::vector<Part> lightsOf(AuxiliariesRig& rig) {
    std::vector<Part> parts = rig.auxiliaries().capabilities();
    std::erase_if(parts, [](Part part) { return !isLight(part); });
    return parts;
}

/// What this cabinet can tell of a state.
CabinetState asFelt(AuxiliariesRig& rig, CabinetState state) {
    const auto forget = [&](Part part, auto CabinetState::* member) {
        if (!has(rig, part))
            state.*member = CabinetState{}.*member;
    };
    forget(Part::cabinetDoor, &CabinetState::door);
    forget(Part::tamperSensor, &CabinetState::tamper);
    forget(Part::powerSupply, &CabinetState::power);
    forget(Part::headset, &CabinetState::headset);
    forget(Part::callKey, &CabinetState::callKey);
    return state;
}

/// All changes there are, until a wait brings none.
std::vector<CabinetChange> everyChange(AuxiliariesRig& rig) {
    std::vector<CabinetChange> changes;
    while (true) {
        const auto change = rig.auxiliaries().next({});
        REQUIRE(change);
        if (!*change)
            return changes;
        changes.push_back(**change);
        CHECK(rig.auxiliaries().state({}) == changes.back().state);
    }
}

void checkLost(const Error& error) {
    CHECK((error.code() == "auxiliaries.gone" || error.code() == "auxiliaries.silent"));
    CHECK(losesDevice(error));
}

} // namespace

TEST_CASE("D1 auxiliaries say who they are and which parts the cabinet has") {
    const auto rig = makeAuxiliariesRig();
    CHECK_FALSE(rig->auxiliaries().identity().module.empty());
    CHECK_FALSE(rig->auxiliaries().identity().port.empty());
    const std::vector<Part> parts = rig->auxiliaries().capabilities();
    CHECK_FALSE(parts.empty());
    CHECK(std::ranges::is_sorted(parts));
    CHECK(std::ranges::adjacent_find(parts) == parts.end());
}

TEST_CASE("D11 a cabinet at rest says so and tells no change") {
    const auto rig = makeAuxiliariesRig();
    CHECK(rig->auxiliaries().state({}) == CabinetState{});
    CHECK(everyChange(*rig).empty());
}

TEST_CASE("D11 each part that changes is told once, up and down") {
    const auto rig = makeAuxiliariesRig();
    const CabinetState up = asFelt(*rig, kEverythingUp);
    rig->become(kEverythingUp);
    const auto rising = everyChange(*rig);
    std::vector<Part> told;
    std::ranges::transform(rising, std::back_inserter(told), &CabinetChange::part);
    std::ranges::sort(told);
    CHECK(std::ranges::adjacent_find(told) == told.end());
    CHECK(told.size() + lightsOf(*rig).size() == rig->auxiliaries().capabilities().size());
    CHECK(rig->auxiliaries().state({}) == up);

    rig->become({});
    CHECK(everyChange(*rig).size() == told.size());
    CHECK(rig->auxiliaries().state({}) == CabinetState{});
}

TEST_CASE("D11 mains, battery and low battery are told apart") {
    const auto rig = makeAuxiliariesRig();
    for (const PowerSupply power : {PowerSupply::battery, PowerSupply::batteryLow,
                                    PowerSupply::battery, PowerSupply::mains}) {
        CAPTURE(name(power));
        const CabinetState expected = asFelt(*rig, {.power = power});
        rig->become({.power = power});
        static_cast<void>(everyChange(*rig));
        CHECK(rig->auxiliaries().state({}) == expected);
    }
}

TEST_CASE("D11 a call key pressed shortly is told, on and off") {
    const auto rig = makeAuxiliariesRig();
    rig->pressCallKey();
    std::vector<CabinetChange> expected;
    if (has(*rig, Part::callKey))
        expected = {{Part::callKey, {.callKey = CallKey::on}}, {Part::callKey, {}}};
    CHECK(everyChange(*rig) == expected);
}

TEST_CASE("D11 what was open before the start stands in the state and is no change") {
    const auto rig = makeAuxiliariesRig();
    rig->unplug();
    rig->become(kEverythingUp);
    rig->plugAndOpen();
    CHECK(rig->auxiliaries().state({}) == asFelt(*rig, kEverythingUp));
    CHECK(everyChange(*rig).empty());
}

TEST_CASE("D11 each light shines as it was set, and no other") {
    const auto rig = makeAuxiliariesRig();
    for (const Part light : lightsOf(*rig))
        for (const FlashRate rate :
             {FlashRate::continuous, FlashRate::slow, FlashRate::quick, FlashRate::off}) {
            CAPTURE(name(light), name(rate));
            CHECK(rig->auxiliaries().set(light, rate, {}));
            for (const Part looked : lightsOf(*rig))
                CHECK(rig->shown(looked) == (looked == light ? rate : FlashRate::off));
        }
}

TEST_CASE("D11 a reset darkens every light") {
    const auto rig = makeAuxiliariesRig();
    for (const Part light : lightsOf(*rig))
        CHECK(rig->auxiliaries().set(light, FlashRate::continuous, {}));
    CHECK(rig->auxiliaries().reset({}));
    for (const Part light : lightsOf(*rig))
        CHECK(rig->shown(light) == FlashRate::off);
}

TEST_CASE("D11 what is no light of this cabinet is not lit") {
    const auto rig = makeAuxiliariesRig();
    const auto lit = rig->auxiliaries().set(Part::cabinetDoor, FlashRate::continuous, {});
    REQUIRE_FALSE(lit);
    CHECK(lit.error().code() == "auxiliaries.no-such-light");
    CHECK(everyChange(*rig).empty());
}

TEST_CASE("D1 unplugged auxiliaries say so at every call and work after opening") {
    const auto rig = makeAuxiliariesRig();
    rig->unplug();
    checkLost(rig->auxiliaries().next({}).error());
    checkLost(rig->auxiliaries().state({}).error());
    checkLost(rig->auxiliaries().reset({}).error());
    for (const Part light : lightsOf(*rig))
        checkLost(rig->auxiliaries().set(light, FlashRate::slow, {}).error());
    rig->plugAndOpen();
    rig->become({.headset = Headset::present});
    static_cast<void>(everyChange(*rig));
    CHECK(rig->auxiliaries().state({}) == asFelt(*rig, {.headset = Headset::present}));
}

TEST_CASE("D1 auxiliaries asked to stop do so at each call, and lose no change by it") {
    const auto rig = makeAuxiliariesRig();
    rig->become({.door = CabinetDoor::open});
    std::stop_source stop;
    stop.request_stop();
    CHECK(rig->auxiliaries().next(stop.get_token()).error().kind() == ErrorKind::cancelled);
    CHECK(rig->auxiliaries().state(stop.get_token()).error().kind() == ErrorKind::cancelled);
    CHECK(rig->auxiliaries().reset(stop.get_token()).error().kind() == ErrorKind::cancelled);
    static_cast<void>(everyChange(*rig));
    CHECK(rig->auxiliaries().state({}) == asFelt(*rig, {.door = CabinetDoor::open}));
}

TEST_CASE("D1 a wait for a change ends soon after it is asked to stop") {
    const auto rig = makeAuxiliariesRig();
    Result<std::optional<CabinetChange>> told;
    const auto began = std::chrono::steady_clock::now();
    {
        std::jthread waiting(
            [&](const std::stop_token& stop) { told = rig->auxiliaries().next(stop); });
    }
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::milliseconds(800));
    CHECK((!told ? told.error().kind() == ErrorKind::cancelled : !told->has_value()));
}
