// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <thread>

#include "tests/conformance/auxiliaries/auxiliaries_rig.h"

// What every module for auxiliaries must do, whatever its wire. These cases know a cabinet only by
// the interface.

namespace kiosk::tests {

namespace {

using namespace drivers;
using namespace std::chrono_literals;

constexpr CabinetState kEverythingUp{.door = CabinetDoor::open,
                                     .tamper = TamperSensor::on,
                                     .power = PowerSupply::battery,
                                     .headset = Headset::present,
                                     .callKey = CallKey::on};

bool has(AuxiliariesRig& rig, Part part) {
    return rig.auxiliaries().capabilities().has(part);
}

std::vector<Part> lightsOf(AuxiliariesRig& rig) {
    std::vector<Part> parts = rig.auxiliaries().capabilities().parts;
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

std::string inWords(const CabinetState& state) {
    return "door " + std::string(name(state.door)) + ", tamper " + std::string(name(state.tamper)) +
           ", power " + std::string(name(state.power)) + ", headset " +
           std::string(name(state.headset)) + ", call key " + std::string(name(state.callKey));
}

/// It says that the cabinet stands like this, as far as it has the parts.
Result<> tellsState(AuxiliariesRig& rig, const CabinetState& expected) {
    const CabinetState felt = asFelt(rig, expected);
    const CabinetState told = TRY(rig.auxiliaries().state({}));
    return met(told == felt, "state() gave " + inWords(told) + " instead of " + inWords(felt));
}

/// All changes there are, until a wait brings none; each is what state() says next.
Result<std::vector<CabinetChange>> everyChange(AuxiliariesRig& rig) {
    constexpr std::size_t kEndless = 64;
    std::vector<CabinetChange> changes;
    while (changes.size() < kEndless) {
        const auto change = TRY(rig.auxiliaries().next({}));
        if (!change)
            return changes;
        changes.push_back(*change);
        TRY(met(rig.auxiliaries().state({}) == change->state,
                "state() differs from what next() told with the change of " +
                    std::string(name(change->part))));
    }
    return fail(ErrorKind::integrity, "kit.not-met", Remedy::supplier,
                "changes are told without end");
}

Result<> tellsNoChange(AuxiliariesRig& rig) {
    const auto changes = TRY(everyChange(rig));
    return met(changes.empty(), std::to_string(changes.size()) + " changes are told, not none");
}

/// Each part that is felt has changed, once.
Result<> toldEachOnce(AuxiliariesRig& rig, const std::vector<CabinetChange>& changes) {
    for (const Part part : rig.auxiliaries().capabilities().parts) {
        const auto times = std::ranges::count(changes, part, &CabinetChange::part);
        TRY(met(isLight(part) || times == 1, "the change of " + std::string(name(part)) +
                                                 " was told " + std::to_string(times) + " times"));
    }
    return {};
}

Result<> isLost(std::string_view call, const auto& answer) {
    return met(!answer && losesDevice(answer.error()) &&
                   (answer.error().code() == "auxiliaries.gone" ||
                    answer.error().code() == "auxiliaries.silent"),
               std::string(call) + " unplugged says neither gone nor silent");
}

Result<> saysWhoItIs(AuxiliariesRig& rig) {
    const DeviceIdentity identity = rig.auxiliaries().identity();
    TRY(met(!identity.module.empty() && !identity.port.empty(), "module or port is empty"));
    const std::vector<Part> parts = rig.auxiliaries().capabilities().parts;
    TRY(met(!parts.empty(), "the cabinet has no part"));
    return met(std::ranges::is_sorted(parts) && std::ranges::adjacent_find(parts) == parts.end(),
               "its parts are not told in order, each once");
}

Result<> restsAtFirst(AuxiliariesRig& rig) {
    TRY(tellsState(rig, {}));
    return tellsNoChange(rig);
}

Result<> tellsEachChange(AuxiliariesRig& rig) {
    rig.become(kEverythingUp);
    const auto rising = TRY(everyChange(rig));
    TRY(toldEachOnce(rig, rising));
    TRY(tellsState(rig, kEverythingUp));
    rig.become({});
    const auto falling = TRY(everyChange(rig));
    TRY(toldEachOnce(rig, falling));
    return tellsState(rig, {});
}

Result<> tellsPowers(AuxiliariesRig& rig) {
    for (const PowerSupply power : {PowerSupply::battery, PowerSupply::batteryLow,
                                    PowerSupply::battery, PowerSupply::mains}) {
        rig.become({.power = power});
        static_cast<void>(TRY(everyChange(rig)));
        TRY(tellsState(rig, {.power = power}));
    }
    return {};
}

Result<> tellsShortPress(AuxiliariesRig& rig) {
    rig.pressCallKey();
    std::vector<CabinetChange> expected;
    if (has(rig, Part::callKey))
        expected = {{Part::callKey, {.callKey = CallKey::on}}, {Part::callKey, {}}};
    const auto changes = TRY(everyChange(rig));
    return met(changes == expected, "a key pressed shortly is told as " +
                                        std::to_string(changes.size()) + " changes, not as " +
                                        std::to_string(expected.size()) + ": on and off");
}

Result<> standsAtStart(AuxiliariesRig& rig) {
    rig.unplug();
    rig.become(kEverythingUp);
    rig.plugAndOpen();
    TRY(tellsState(rig, kEverythingUp));
    return tellsNoChange(rig);
}

Result<> shines(AuxiliariesRig& rig, Part light, FlashRate rate) {
    const FlashRate shown = rig.shown(light);
    return met(shown == rate, std::string(name(light)) + " shines " + std::string(name(shown)) +
                                  ", not " + std::string(name(rate)));
}

Result<> lightsAsSet(AuxiliariesRig& rig) {
    for (const Part light : lightsOf(rig))
        for (const FlashRate rate :
             {FlashRate::continuous, FlashRate::slow, FlashRate::quick, FlashRate::off}) {
            TRY(succeeds("set()", rig.auxiliaries().set(light, rate, {})));
            for (const Part looked : lightsOf(rig))
                TRY(shines(rig, looked, looked == light ? rate : FlashRate::off));
        }
    return {};
}

Result<> resetDarkens(AuxiliariesRig& rig) {
    rig.become({.door = CabinetDoor::open});
    for (const Part light : lightsOf(rig))
        TRY(succeeds("set()", rig.auxiliaries().set(light, FlashRate::continuous, {})));
    TRY(succeeds("reset()", rig.auxiliaries().reset({})));
    for (const Part light : lightsOf(rig))
        TRY(shines(rig, light, FlashRate::off));
    TRY(tellsState(rig, {.door = CabinetDoor::open}));
    return tellsNoChange(rig);
}

Result<> lightsNoDoor(AuxiliariesRig& rig) {
    TRY(failsWith("set() of the cabinet's door",
                  rig.auxiliaries().set(Part::cabinetDoor, FlashRate::continuous, {}),
                  "auxiliaries.no-such-light", Remedy::configuration));
    return tellsNoChange(rig);
}

Result<> unpluggedIsLost(AuxiliariesRig& rig) {
    const std::vector<Part> lights = lightsOf(rig);
    rig.unplug();
    TRY(isLost("next()", rig.auxiliaries().next({})));
    TRY(isLost("state()", rig.auxiliaries().state({})));
    TRY(isLost("reset()", rig.auxiliaries().reset({})));
    for (const Part light : lights)
        TRY(isLost("set()", rig.auxiliaries().set(light, FlashRate::slow, {})));
    rig.plugAndOpen();
    rig.become({.headset = Headset::present});
    static_cast<void>(TRY(everyChange(rig)));
    return tellsState(rig, {.headset = Headset::present});
}

Result<> stopsBefore(AuxiliariesRig& rig) {
    rig.become({.door = CabinetDoor::open});
    std::stop_source stop;
    stop.request_stop();
    TRY(isCancelled("next()", rig.auxiliaries().next(stop.get_token())));
    TRY(isCancelled("state()", rig.auxiliaries().state(stop.get_token())));
    TRY(isCancelled("reset()", rig.auxiliaries().reset(stop.get_token())));
    static_cast<void>(TRY(everyChange(rig)));
    return tellsState(rig, {.door = CabinetDoor::open});
}

/// What a call may go on after it was asked to stop: 200 ms, and what a busy machine adds.
constexpr auto kStopping = 600ms;

Result<> stopsMidway(AuxiliariesRig& rig) {
    std::stop_source stop;
    std::jthread person([&] {
        std::this_thread::sleep_for(100ms); // into the wait
        stop.request_stop();
    });
    Result<std::optional<CabinetChange>> told;
    TRY(inTime("next() asked to stop after 100 ms", 100ms + kStopping, [&] {
        told = rig.auxiliaries().next(stop.get_token());
        return 0;
    }));
    return met(told ? !told->has_value() : told.error().kind() == ErrorKind::cancelled,
               "next(), asked to stop midway, gave neither nothing nor that it was stopped");
}

Result<> keepsDeadlines(AuxiliariesRig& rig) {
    Auxiliaries& cabinet = rig.auxiliaries();
    TRY(inTime("state()", 1s, [&] { return cabinet.state({}); }));
    for (const Part light : lightsOf(rig))
        TRY(inTime("set()", 1s, [&] { return cabinet.set(light, FlashRate::slow, {}); }));
    // It waits 1 s for a change; what a busy machine adds is no fault.
    TRY(inTime("next() without a change", 1500ms, [&] { return cabinet.next({}); }));
    return inTime("reset()", 3s, [&] { return cabinet.reset({}); });
}

Result<> openingsLeaveNothing(AuxiliariesRig& rig) {
    return leavesNothing([&rig]() -> Result<> {
        rig.unplug();
        rig.plugAndOpen();
        return {};
    });
}

constexpr auto kAuxiliariesCases = std::to_array<Case<AuxiliariesRig>>({
    {"auxiliaries.identity", "D1 auxiliaries say who they are and which parts the cabinet has",
     saysWhoItIs},
    {"auxiliaries.rest", "D11 a cabinet at rest says so and tells no change", restsAtFirst},
    {"auxiliaries.changes", "D11 each part that changes is told once, up and down",
     tellsEachChange},
    {"auxiliaries.power", "D11 mains, battery and low battery are told apart", tellsPowers},
    {"auxiliaries.short-press", "D11 a call key pressed shortly is told, on and off",
     tellsShortPress},
    {"auxiliaries.at-start",
     "D11 what was open before the start stands in the state and is no change", standsAtStart},
    {"auxiliaries.lights", "D11 each light shines as it was set, and no other", lightsAsSet},
    {"auxiliaries.reset", "D11 a reset darkens every light, and the state is asked for anew",
     resetDarkens},
    {"auxiliaries.no-light", "D11 what is no light of this cabinet is not lit", lightsNoDoor},
    {"auxiliaries.gone", "D3 unplugged auxiliaries say so at every call and work after opening",
     unpluggedIsLost},
    {"auxiliaries.stop-before",
     "D1 auxiliaries asked to stop do so at each call, and lose no change by it", stopsBefore},
    {"auxiliaries.stop-midway", "D1 a wait for a change ends soon after it is asked to stop",
     stopsMidway},
    {"auxiliaries.deadlines", "D1 every call of auxiliaries keeps its time", keepsDeadlines},
    {"auxiliaries.openings", "D3 auxiliaries pulled and opened again leave nothing behind",
     openingsLeaveNothing},
});

} // namespace

std::span<const Case<AuxiliariesRig>> auxiliariesCases() {
    return kAuxiliariesCases;
}

} // namespace kiosk::tests
