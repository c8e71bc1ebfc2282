// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <csignal>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/egress.h"
#include "firmware/app/kioskctl/command.h"
#include "firmware/app/kioskctl/net_check.h"
#include "firmware/app/kioskctl/terminal.h"
#include "firmware/app/last_good.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

json causeJson(const Error& fault) {
    return {{"code", fault.code()},
            {"remedy", name(fault.remedy())},
            {"advice", advice(fault.remedy())},
            {"detail", fault.detail()}};
}

json layerJson(const LayerSeen& seen) {
    json told{{"layer", seen.layer}, {"holds", nullptr}, {"detail", seen.detail}};
    if (seen.holds)
        told["holds"] = *seen.holds;
    if (!seen.region.empty())
        told["region"] = seen.region;
    if (seen.fault)
        told["why"] = causeJson(*seen.fault);
    return told;
}

void printNetJson(const std::vector<LayerSeen>& layers) {
    json told{{"layers", json::array()}, {"broken", nullptr}};
    for (const LayerSeen& seen : layers)
        told["layers"].push_back(layerJson(seen));
    if (const LayerSeen* broken = firstBroken(layers))
        told["broken"] = layerJson(*broken);
    std::puts(told.dump(2, ' ', false, json::error_handler_t::replace).c_str());
}

std::string stateWord(const LayerSeen& seen) {
    if (!seen.holds)
        return coloured("not known", Colour::yellow);
    return *seen.holds ? coloured("holds    ", Colour::green) : coloured("BROKEN   ", Colour::red);
}

void printNetText(const std::vector<LayerSeen>& layers) {
    for (const LayerSeen& seen : layers)
        std::printf("%-7s  %-8s %s  %s\n", seen.region.c_str(), seen.layer.c_str(),
                    stateWord(seen).c_str(),
                    (seen.fault ? seen.fault->line() : seen.detail).c_str());
    const LayerSeen* broken = firstBroken(layers);
    if (broken == nullptr)
        std::puts("\nNothing is broken.");
    else
        std::printf("\nFirst broken: %s%s%s, %s\n", broken->region.c_str(),
                    broken->region.empty() ? "" : " ", broken->layer.c_str(),
                    broken->fault->line().c_str());
}

Result<int> netCheck(const Arguments& arguments) {
    const Config config = TRY(loadConfig(arguments.required("--config")));
    std::signal(SIGPIPE, SIG_IGN); // a platform may end the connection while we speak
    const std::vector<LayerSeen> layers = checkNetwork(config, "/", SystemClock());
    if (arguments.has("--json"))
        printNetJson(layers);
    else
        printNetText(layers);
    return firstBroken(layers) == nullptr ? kExitDone : kExitNotValid;
}

/// As the kiosk would start with: a typo in the file leaves the last good configuration.
Result<int> netAllowed(const Arguments& arguments) {
    const UsableConfig usable = TRY(loadUsableConfig(arguments.required("--config")));
    std::fputs(egress::listOf(allowedBy(usable.config)).c_str(), stdout);
    return kExitDone;
}

constexpr std::array kNetCommands{
    Command{.words = "net check",
            .purpose = "goes the way to each region layer by layer; names the first that is broken",
            .options = {kConfigOption, kJsonOption},
            .exits = {{kExitDone, "every layer that could be tried holds"},
                      {kExitNotValid, "one is broken: cause and who must act are named"}},
            .example = "net check --config /data/site/kiosk.json",
            .act = netCheck},
    Command{.words = "net allowed",
            .purpose = "lists where this kiosk may connect to, as kiosk-egress reads it",
            .options = {kConfigOption},
            .exits = {{kExitDone, "the configuration, or the last good one, was read"}},
            .example = "net allowed --config /data/site/kiosk.json",
            .act = netAllowed},
};

} // namespace

std::span<const Command> netCommands() {
    return kNetCommands;
}

} // namespace kiosk::app
