// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "drivers/printer/ipp/ipp_printer.h"
#include "firmware/app/kioskctl/command.h"

namespace kiosk::app {

namespace {

using drivers::DeviceIdentity;
using drivers::PrinterStatus;

std::string joined(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words)
        line += (line.empty() ? "" : ", ") + word;
    return line.empty() ? "none" : line;
}

void printJson(const DeviceIdentity& identity, const PrinterStatus& status) {
    nlohmann::json answer = {{"model", identity.model},       {"serial", identity.serial},
                             {"firmware", identity.firmware}, {"port", identity.port},
                             {"device", name(status.device)}, {"paper", name(status.paper)},
                             {"toner", name(status.toner)},   {"coverOpen", status.coverOpen},
                             {"canPrint", status.canPrint()}, {"reasons", status.reasons},
                             {"lifePages", nullptr}};
    if (status.lifePages)
        answer["lifePages"] = *status.lifePages;
    constexpr auto kReplaceBadText = nlohmann::json::error_handler_t::replace;
    std::puts(answer.dump(-1, ' ', false, kReplaceBadText).c_str());
}

void printText(const DeviceIdentity& identity, const PrinterStatus& status) {
    const auto line = [](const char* label, std::string_view value) {
        std::printf("%-11s %.*s\n", label, static_cast<int>(value.size()), value.data());
    };
    line("model", identity.model);
    line("port", identity.port);
    line("device", name(status.device));
    line("paper", name(status.paper));
    line("toner", name(status.toner));
    line("cover", status.coverOpen ? "open" : "closed");
    line("life pages", status.lifePages ? std::to_string(*status.lifePages) : "not counted");
    line("reasons", joined(status.reasons));
    line("can print", status.canPrint() ? "yes" : "no");
}

Result<int> status(const Arguments& arguments) {
    const auto printer = TRY(drivers::openIpp({.uri = arguments.required("--uri")}));
    const PrinterStatus found = TRY(printer->status({}));
    if (arguments.has("--json"))
        printJson(printer->identity(), found);
    else
        printText(printer->identity(), found);
    return kExitDone;
}

constexpr std::array kCommands{
    Command{.words = "printer status",
            .purpose = "asks the printer how it is: paper, toner, cover, life counter",
            .options = {{"--uri", "URI", "where it is: ipp://HOST/ipp/print", Need::required},
                        kJsonOption},
            .exits = {{kExitDone, "the printer answered"}},
            .example = "printer status --uri ipp://localhost:60000/ipp/print",
            .act = status},
};

} // namespace

std::span<const Command> printerCommands() {
    return kCommands;
}

} // namespace kiosk::app
