// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/command.h"
#include "firmware/app/modules.h"
#include "firmware/authority/json_authority.h"
#include "firmware/verify/trust_list.h"
#include "firmware/visit/cabinet.h"

namespace kiosk::app {

namespace {

using Words = std::span<const std::string_view>;

/// One part of the kiosk as it answered just now.
struct PartStatus {
    std::string part;   ///< "card reader", "region 990000"
    std::string detail; ///< what it said of itself, or the error's detail
    std::optional<Error> error;

    bool works() const { return !error; }
};

PartStatus partFrom(std::string part, const Result<std::string>& answer) {
    if (answer)
        return {std::move(part), *answer, {}};
    return {std::move(part), answer.error().detail(), answer.error()};
}

Result<std::string> askReader(const Config& config) {
    const auto reader = TRY(cardReaderModule(config.cardReader)());
    return reader->identity().module + ", module " + TRY(reader->samNumber({}));
}

/// "paper out, toner low, cover open"
std::string whatItLacks(const drivers::PrinterCapabilities& can,
                        const drivers::PrinterStatus& status) {
    std::string words = "paper " + std::string(name(status.paper));
    if (!can.thermal)
        words += ", toner " + std::string(name(status.toner));
    return words + (status.coverOpen ? ", cover open" : "");
}

Result<std::string> askPrinter(const DeviceChoice& choice) {
    const auto printer = TRY(printerModule(choice)());
    const drivers::PrinterStatus status = TRY(printer->status({}));
    if (!status.canPrint())
        return fail(ErrorKind::device, "printer.cannot-print", Remedy::attendant,
                    whatItLacks(printer->capabilities(), status));
    return printer->identity().model + ", paper " + std::string(name(status.paper));
}

Result<std::string> askCamera(const Config& config) {
    const auto camera = TRY(cameraModule(config.camera)());
    return camera->identity().module + " " + camera->identity().port;
}

/// An open door or a tamper switch is a fault: nobody is served until a technician has looked.
Result<std::string> askAuxiliaries(const DeviceChoice& choice) {
    const auto cabinet = TRY(auxiliariesModule(choice)());
    const drivers::CabinetState state = TRY(cabinet->state({}));
    const std::string told = "door " + std::string(name(state.door)) + ", tamper " +
                             std::string(name(state.tamper)) + ", power " +
                             std::string(name(state.power));
    if (const auto why = visit::whyNobodyBegins(state))
        return fail(why->kind(), why->code(), why->remedy(), told);
    return cabinet->identity().module + " " + cabinet->identity().port + ", " + told;
}

Result<std::string> askRegion(const RegionChoice& choice) {
    const auto region =
        TRY(authority::openJsonAuthority({.region = choice.region,
                                          .url = choice.url,
                                          .caFile = choice.caFile,
                                          .certFile = choice.certFile,
                                          .keyFile = choice.keyFile,
                                          .envelopeKeyFile = choice.envelopeKeyFile}));
    return std::to_string(TRY(region->catalogue({})).size()) + " licence types";
}

Result<std::string> askTrust(const Config& config) {
    return std::to_string(TRY(verify::TrustList::load(config.trust)).roots.size()) + " roots";
}

std::vector<PartStatus> askAll(const Config& config) {
    std::vector<PartStatus> parts{
        partFrom("card reader", askReader(config)), partFrom("printer", askPrinter(config.printer)),
        partFrom("camera", askCamera(config)), partFrom("trust list", askTrust(config))};
    if (config.receiptPrinter)
        parts.push_back(partFrom("receipt printer", askPrinter(*config.receiptPrinter)));
    if (config.auxiliaries)
        parts.push_back(partFrom("auxiliaries", askAuxiliaries(*config.auxiliaries)));
    for (const RegionChoice& region : config.regions)
        parts.push_back(partFrom("region " + region.region.code, askRegion(region)));
    return parts;
}

void printJson(const std::vector<PartStatus>& parts) {
    nlohmann::json list = nlohmann::json::array();
    for (const PartStatus& part : parts) {
        nlohmann::json entry{{"part", part.part}, {"works", part.works()}, {"detail", part.detail}};
        if (part.error) {
            entry["code"] = part.error->code();
            entry["remedy"] = name(part.error->remedy());
        }
        list.push_back(std::move(entry));
    }
    std::puts(nlohmann::json{{"parts", list}}.dump(2).c_str());
}

void printText(const std::vector<PartStatus>& parts) {
    for (const PartStatus& part : parts)
        std::printf("%-8s %-15s %s\n", part.works() ? "works" : "FAULT", part.part.c_str(),
                    part.works() ? part.detail.c_str() : part.error->line().c_str());
}

Result<int> status(Words words) {
    const auto arguments = TRY(Arguments::parse(words, std::array<std::string_view, 1>{"--config"},
                                                std::array<std::string_view, 1>{"--json"}));
    if (!arguments.rest().empty() || !arguments.has("--config"))
        return fail(ErrorKind::unsupported, "usage.status", Remedy::citizenAgain,
                    "status --config FILE [--json]");
    const Config config = TRY(loadConfig(*arguments.value("--config")));
    const std::vector<PartStatus> parts = askAll(config);
    if (arguments.has("--json"))
        printJson(parts);
    else
        printText(parts);
    return std::ranges::all_of(parts, &PartStatus::works) ? kExitDone : kExitCannot;
}

int statusReported(Words words) {
    const auto code = status(words);
    return code ? *code : report(code.error());
}

constexpr std::array kCommands{
    Command{"status", "--config FILE [--json]",
            "asks every part of the kiosk once and says who must act", statusReported},
};

} // namespace

std::span<const Command> statusCommands() {
    return kCommands;
}

} // namespace kiosk::app
