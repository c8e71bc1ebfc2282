// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/audit_record.h"
#include "firmware/app/guarded_modules.h"
#include "firmware/app/kioskctl/device_command.h"
#include "firmware/app/technician/service_json.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

bool noKioskRuns(const Error& error) {
    return error.code() == "service.no-kiosk";
}

/// Opens each part once: the book notes who was there, whatever it makes of them.
void look(const GuardedModules& modules) {
    const auto once = [](const auto& open) {
        if (open)
            static_cast<void>(open());
    };
    once(modules.cardReader());
    once(modules.printer());
    once(modules.receiptPrinter());
    once(modules.camera());
    once(modules.auxiliaries());
    once(modules.codeScanner());
    once(modules.staffCards());
}

Result<json> partsWithoutKiosk(const Config& config) {
    const GuardedModules modules = TRY(GuardedModules::of(config));
    look(modules);
    json parts = json::array();
    const std::vector<parts::PartReport> reports = modules.parts()->report();
    for (const parts::PartReport& report : reports)
        parts.push_back(toJson(report));
    return parts;
}

Result<json> partsOf(const Config& config) {
    auto told = askRunningKiosk(config, {{"ask", "devices"}});
    if (told)
        return std::move((*told)["parts"]);
    return noKioskRuns(told.error()) ? partsWithoutKiosk(config) : std::unexpected(told.error());
}

void printParts(const json& parts) {
    for (const json& part : parts) {
        std::printf("%-12s %s\n", part["part"].get<std::string>().c_str(),
                    part["state"].get<std::string>().c_str());
        for (const char* which : {"recorded", "seen"}) {
            if (!part.contains(which))
                continue;
            const json& identity = part[which];
            std::string line;
            for (const char* key : {"module", "model", "serial", "firmware", "port"})
                line += std::string(line.empty() ? "" : ", ") + key + " \"" +
                        identity[key].get<std::string>() + "\"";
            std::printf("    %-8s %s\n", which, line.c_str());
        }
    }
}

} // namespace

Result<int> showParts(const Arguments& arguments) {
    const json parts = TRY(partsOf(TRY(loadConfig(arguments.required("--config")))));
    if (arguments.has("--json"))
        std::puts(parts.dump(2).c_str());
    else
        printParts(parts);
    const auto isAsOnRecord = [](const json& part) {
        return part["state"] == name(parts::PartState::asOnRecord);
    };
    return std::ranges::all_of(parts, isAsOnRecord) ? kExitDone : kExitNotValid;
}

Result<int> acceptPart(const Arguments& arguments) {
    const Config config = TRY(loadConfig(arguments.required("--config")));
    const std::string part = arguments.rest().front();
    const auto told = askRunningKiosk(config, {{"do", "accept"}, {"part", part}});
    if (told)
        return kExitDone;
    if (!noKioskRuns(told.error()))
        return std::unexpected(told.error());
    const GuardedModules modules = TRY(GuardedModules::of(config));
    look(modules);
    TRY(modules.parts()->accept(part, SystemClock().wall()));
    recordFromCommand(config.state, audit::entry<"parts.accepted">(part));
    return kExitDone;
}

} // namespace kiosk::app
