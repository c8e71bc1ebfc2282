// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <thread>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/device_command.h"
#include "firmware/app/kioskctl/self_test.h"
#include "firmware/app/kioskctl/system_places.h"
#include "firmware/base/clock.h"
#include "firmware/base/files.h"
#include "firmware/base/text.h"

namespace kiosk::app {

namespace {

using nlohmann::json;
using update::Slot;

constexpr std::chrono::seconds kBetweenAsks{30};

Result<int> status(const Arguments& arguments) {
    const SystemPlaces places(arguments);
    const update::Slots slots = TRY(update::readSlots(places.loaderFile()));
    const auto running = places.runningSlot();
    if (arguments.has("--json")) {
        std::puts(json{{"running", running ? std::string(name(*running)) : ""},
                       {"first", name(slots.first)},
                       {"tries", {{"a", slots.triesA}, {"b", slots.triesB}}},
                       {"proven", {{"a", slots.provenA}, {"b", slots.provenB}}}}
                      .dump()
                      .c_str());
        return kExitDone;
    }
    for (const Slot slot : {Slot::a, Slot::b})
        std::printf("%s  %2d tries%s%s%s\n", std::string(name(slot)).c_str(), slots.tries(slot),
                    slots.isProven(slot) ? "  proven" : "", slot == slots.first ? "  first" : "",
                    running == slot ? "  running" : "");
    return kExitDone;
}

/// The running kiosk's own word that it works, with its devices as before the update.
Result<> askWhetherItWorks(const Config& config, const SystemPlaces& places) {
    const json health = TRY(askRunningKiosk(config, {{"ask", "health"}}));
    const json devices = TRY(askRunningKiosk(config, {{"ask", "devices"}}));
    const auto before = readFile(places.devicesBefore());
    return passesSelfTest(health, devices,
                          before ? json::parse(toText(*before), nullptr, false) : json());
}

/// A device may take its time to come.
Result<> comesToWork(const Config& config, const SystemPlaces& places, int asks) {
    for (;;) {
        auto works = askWhetherItWorks(config, places);
        if (works || --asks <= 0)
            return works;
        std::this_thread::sleep_for(kBetweenAsks);
    }
}

Result<int> asksIn(const Arguments& arguments) {
    const std::string text = arguments.value("--asks").value_or("1");
    int asks = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), asks);
    if (error != std::errc() || end != text.data() + text.size() || asks < 1)
        return fail(ErrorKind::unsupported, "usage.not-a-number", Remedy::citizenAgain, text);
    return asks;
}

/// What is on record of the systems once one was seen to work: that it was, and that the other one,
/// which should have started, never did.
Result<> record(const SystemPlaces& places, const update::Slots& slots, Slot running) {
    update::History history = places.history();
    const WallTime now = SystemClock().wall();
    const Slot other = otherThan(running);
    if (slots.first == other && !slots.isProven(other)) {
        const auto version = places.rauc().written(other);
        TRY(history.add({.at = now,
                         .what = update::Event::What::failed,
                         .version = version ? version->text() : ""}));
    }
    const auto system = places.system();
    return history.add({.at = now,
                        .what = update::Event::What::proven,
                        .version = system ? system->version.text() : ""});
}

Result<int> good(const Arguments& arguments) {
    const SystemPlaces places(arguments);
    const Slot running = TRY(places.runningSlot());
    const update::Slots slots = TRY(update::readSlots(places.loaderFile()));
    if (const auto file = arguments.value("--config"); file && !slots.isProven(running)) {
        const Config config = TRY(loadConfig(*file));
        if (const auto works = comesToWork(config, places, TRY(asksIn(arguments))); !works) {
            report(works.error());
            return kExitNotValid;
        }
    }
    if (!slots.isProven(running) || slots.first != running)
        TRY(record(places, slots, running));
    TRY(update::markGood(places.loaderFile(), running));
    std::printf("slot %s works: %d tries\n", std::string(name(running)).c_str(),
                update::Slots::kTriesOfGood);
    return kExitDone;
}

Result<int> proven(const Arguments& arguments) {
    const SystemPlaces places(arguments);
    const Slot running = TRY(places.runningSlot());
    const bool is = TRY(update::readSlots(places.loaderFile())).isProven(running);
    std::printf("slot %s %s\n", std::string(name(running)).c_str(),
                is ? "is proven" : "is not proven");
    return is ? kExitDone : kExitNotValid;
}

constexpr std::array kCommands{
    Command{.words = "slot status",
            .purpose = "tells how many tries the loader has left for each of the two systems",
            .options = {kJsonOption, kBelowOption},
            .exits = {{kExitDone, "the loader's file was read"}},
            .example = "slot status",
            .act = status},
    Command{.words = "slot good",
            .purpose = "tells the loader that the system which runs was seen to work",
            .options = {{"--config", "FILE",
                         "asks the running kiosk whether it works; without it a technician's word"},
                        {"--asks", "N", "so often, half a minute apart, while it says no (1)"},
                        kBelowOption},
            .exits = {{kExitDone, "the loader knows"},
                      {kExitNotValid, "the kiosk does not work, or not as it did before"}},
            .example = "slot good",
            .act = good},
    Command{.words = "slot proven",
            .purpose = "tells whether the system that runs was seen to work since it was written",
            .options = {kBelowOption},
            .exits = {{kExitDone, "it was"}, {kExitNotValid, "it was not, so far"}},
            .example = "slot proven",
            .act = proven},
};

} // namespace

std::span<const Command> slotCommands() {
    return kCommands;
}

} // namespace kiosk::app
