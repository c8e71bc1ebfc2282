// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/device_command.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/technician/service_json.h"
#include "firmware/app/technician/service_socket.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

Remedy remedyNamed(const std::string& text) {
    for (const Remedy remedy : {Remedy::citizenAgain, Remedy::attendant, Remedy::technician,
                                Remedy::configuration, Remedy::supplier, Remedy::wait})
        if (name(remedy) == text)
            return remedy;
    return Remedy::technician;
}

bool isOpen(const json& device) {
    return device["state"] == name(drivers::SlotReport::State::open);
}

void printDevices(const json& devices) {
    for (const json& device : devices) {
        std::string line = device["identity"]["model"].get<std::string>() + " " +
                           device["identity"]["serial"].get<std::string>();
        if (device["faults"] != 0)
            line += ", " + std::to_string(device["faults"].get<int>()) + " faults";
        if (!isOpen(device) && device.contains("lastError"))
            line += ", " + errorFrom(device["lastError"]).line();
        if (device.contains("nextTryInSeconds"))
            line += ", again in " + std::to_string(device["nextTryInSeconds"].get<int>()) + " s";
        std::printf("%-12s %-12s %s\n", device["part"].get<std::string>().c_str(),
                    device["state"].get<std::string>().c_str(), line.c_str());
    }
}

Result<int> showDevices(const Arguments& arguments) {
    const Config config = TRY(loadConfig(arguments.required("--config")));
    const json told = TRY(askRunningKiosk(config, {{"ask", "devices"}}));
    if (arguments.has("--json"))
        std::puts(told.dump(2).c_str());
    else
        printDevices(told["devices"]);
    return std::ranges::all_of(told["devices"], isOpen) ? kExitDone : kExitCannot;
}

Result<int> retryDevices(const Arguments& arguments) {
    const Config config = TRY(loadConfig(arguments.required("--config")));
    json question{{"do", "retry"}};
    if (!arguments.rest().empty())
        question["part"] = arguments.rest().front();
    static_cast<void>(TRY(askRunningKiosk(config, question)));
    return kExitDone;
}

Result<int> acceptPages(const Arguments& arguments) {
    const Config config = TRY(loadConfig(arguments.required("--config")));
    static_cast<void>(TRY(askRunningKiosk(config, {{"do", "acceptPages"}})));
    return kExitDone;
}

/// The kiosk's parts, by the configuration's words.
constexpr std::string_view kPartWords =
    "cardReader|printer|camera|receiptPrinter|auxiliaries|codeScanner|staffCards";

constexpr std::array kCommands{
    Command{.words = "devices retry",
            .purpose = "a technician's word that a device, or every one, is worth a try now",
            .options = {kConfigOption},
            .operands = {{kPartWords, "the device; without it all", Need::optional}},
            .exits = {{kExitDone, "the kiosk tries again"}},
            .example = "devices retry --config /data/site/kiosk.json printer",
            .act = retryDevices},
    Command{.words = "devices",
            .purpose = "how each device of the running kiosk stands, and when it is tried again",
            .options = {kConfigOption, kJsonOption},
            .exits = {{kExitDone, "all are open"}},
            .example = "devices --config /data/site/kiosk.json",
            .act = showDevices},
    Command{.words = "pages accept",
            .purpose = "a technician's word that pages past the kiosk are explained",
            .options = {kConfigOption},
            .exits = {{kExitDone, "the kiosk counts afresh"}},
            .example = "pages accept --config /data/site/kiosk.json",
            .act = acceptPages},
    Command{.words = "parts accept",
            .purpose = "a technician's word that the part that is there now is the kiosk's",
            .options = {kConfigOption},
            .operands = {{kPartWords, "the part"}},
            .exits = {{kExitDone, "the record names the new part"}},
            .example = "parts accept --config /data/site/kiosk.json cardReader",
            .act = acceptPart},
    Command{.words = "parts",
            .purpose = "compares the parts that are there with the kiosk's record",
            .options = {kConfigOption, kJsonOption},
            .exits = {{kExitDone, "all are as on record"}, {kExitNotValid, "some part is another"}},
            .example = "parts --config /data/site/kiosk.json",
            .act = showParts},
};

} // namespace

Error errorFrom(const json& told) {
    return {ErrorKind::device, told["code"].get<std::string>(),
            remedyNamed(told["remedy"].get<std::string>()), told["detail"].get<std::string>()};
}

Result<json> askRunningKiosk(const Config& config, const json& question) {
    const std::string line = TRY(askKiosk(config.state, oneLine(question)));
    json answer = json::parse(line, nullptr, false);
    if (!answer.is_object())
        return fail(ErrorKind::malformed, "service.answer", Remedy::supplier);
    if (answer.contains("error"))
        return std::unexpected(errorFrom(answer["error"]));
    return answer;
}

std::span<const Command> deviceCommands() {
    return kCommands;
}

} // namespace kiosk::app
