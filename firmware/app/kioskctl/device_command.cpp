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
using DeviceWords = std::span<const std::string_view>;

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

Result<int> showDevices(DeviceWords words) {
    const auto arguments = TRY(Arguments::parse(words, std::array<std::string_view, 1>{"--config"},
                                                std::array<std::string_view, 1>{"--json"}));
    if (!arguments.rest().empty() || !arguments.has("--config"))
        return fail(ErrorKind::unsupported, "usage.devices", Remedy::citizenAgain,
                    "devices --config FILE [--json]");
    const Config config = TRY(loadConfig(*arguments.value("--config")));
    const json told = TRY(askRunningKiosk(config, {{"ask", "devices"}}));
    if (arguments.has("--json"))
        std::puts(told.dump(2).c_str());
    else
        printDevices(told["devices"]);
    return std::ranges::all_of(told["devices"], isOpen) ? kExitDone : kExitCannot;
}

Result<int> retryDevices(DeviceWords words) {
    const auto arguments =
        TRY(Arguments::parse(words, std::array<std::string_view, 1>{"--config"}, {}));
    if (arguments.rest().size() > 1 || !arguments.has("--config"))
        return fail(ErrorKind::unsupported, "usage.devices-retry", Remedy::citizenAgain,
                    "devices retry --config FILE [PART]");
    const Config config = TRY(loadConfig(*arguments.value("--config")));
    json question{{"do", "retry"}};
    if (!arguments.rest().empty())
        question["part"] = arguments.rest().front();
    static_cast<void>(TRY(askRunningKiosk(config, question)));
    return kExitDone;
}

Result<int> acceptPages(DeviceWords words) {
    const auto arguments =
        TRY(Arguments::parse(words, std::array<std::string_view, 1>{"--config"}, {}));
    if (!arguments.rest().empty() || !arguments.has("--config"))
        return fail(ErrorKind::unsupported, "usage.pages-accept", Remedy::citizenAgain,
                    "pages accept --config FILE");
    const Config config = TRY(loadConfig(*arguments.value("--config")));
    static_cast<void>(TRY(askRunningKiosk(config, {{"do", "acceptPages"}})));
    return kExitDone;
}

template <Result<int> (*run)(DeviceWords)>
int reportedDevices(DeviceWords words) {
    const auto code = run(words);
    return code ? *code : report(code.error());
}

// The longer words first: the first that matches is run.
constexpr std::array kCommands{
    Command{"devices retry", "--config FILE [PART]",
            "a technician's word that a device, or every one, is worth a try now",
            reportedDevices<retryDevices>},
    Command{"devices", "--config FILE [--json]",
            "how each device of the running kiosk stands, and when it is tried again",
            reportedDevices<showDevices>},
    Command{"pages accept", "--config FILE",
            "a technician's word that pages past the kiosk are explained",
            reportedDevices<acceptPages>},
    Command{"parts accept", "--config FILE PART",
            "a technician's word that the part that is there now is the kiosk's",
            reportedDevices<acceptPart>},
    Command{"parts", "--config FILE [--json]",
            "compares the parts that are there with the kiosk's record",
            reportedDevices<showParts>},
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
