// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/counter_health.h"
#include "firmware/app/guarded_modules.h"
#include "firmware/app/kioskctl/device_command.h"
#include "firmware/app/kioskctl/terminal.h"
#include "firmware/app/kioskctl/watch.h"
#include "firmware/app/open_region.h"
#include "firmware/app/recording.h"
#include "firmware/app/voice_check.h"
#include "firmware/base/text.h"
#include "firmware/ending/history.h"
#include "firmware/health/doctor_text.h"
#include "firmware/health/report.h"
#include "firmware/verify/trust_list.h"
#include "firmware/visit/cabinet.h"

namespace kiosk::app {

namespace {

constexpr std::chrono::seconds kBetweenLooks{2};

/// One part of the kiosk as it answered just now.
struct PartStatus {
    std::string part;   ///< "cardReader", "region 990000"
    std::string detail; ///< what it said of itself, or the error's detail
    std::optional<Error> error;

    bool works() const { return !error; }
};

PartStatus partFrom(std::string part, const Result<std::string>& answer) {
    if (answer)
        return {std::move(part), *answer, {}};
    return {std::move(part), answer.error().detail(), answer.error()};
}

Result<std::string> askReader(const GuardedModules& modules) {
    const auto reader = TRY(modules.cardReader()());
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

Result<std::string> askPrinter(const drivers::Slot<drivers::Printer>::Open& open) {
    const auto printer = TRY(open());
    const drivers::PrinterStatus status = TRY(printer->status({}));
    if (!status.canPrint())
        return fail(ErrorKind::device, "printer.cannot-print", Remedy::attendant,
                    whatItLacks(printer->capabilities(), status));
    return printer->identity().model + ", paper " + std::string(name(status.paper));
}

Result<std::string> askCamera(const GuardedModules& modules) {
    const auto camera = TRY(modules.camera()());
    return camera->identity().module + " " + camera->identity().port;
}

/// An open door or a tamper switch is a fault: nobody is served until a technician has looked.
Result<std::string> askAuxiliaries(const GuardedModules& modules) {
    const auto cabinet = TRY(modules.auxiliaries()());
    const drivers::CabinetState state = TRY(cabinet->state({}));
    const std::string told = "door " + std::string(name(state.door)) + ", tamper " +
                             std::string(name(state.tamper)) + ", power " +
                             std::string(name(state.power));
    if (const auto why = visit::whyNobodyBegins(state))
        return fail(why->kind(), why->code(), why->remedy(), told);
    return cabinet->identity().module + " " + cabinet->identity().port + ", " + told;
}

Result<std::string> askRegion(const RegionChoice& choice) {
    const auto region = TRY(openRegion(choice));
    return std::to_string(TRY(region->catalogue({})).size()) + " licence types";
}

Result<std::string> askTrust(const Config& config) {
    return std::to_string(TRY(verify::TrustList::load(config.trust)).roots.size()) + " roots";
}

/// A device of the kiosk that runs, which has it open.
PartStatus partFrom(const nlohmann::json& device) {
    const std::string part = device["part"];
    if (device["state"] == name(drivers::SlotReport::State::open))
        return {part,
                device["identity"]["module"].get<std::string>() + " " +
                    device["identity"]["serial"].get<std::string>(),
                {}};
    if (!device.contains("lastError"))
        return {part, "", Error(ErrorKind::unavailable, "device.untried", Remedy::wait)};
    const Error error = errorFrom(device["lastError"]);
    return {part, error.detail(), error};
}

/// Also of one that serves on.
PartStatus swapped(const std::string& part) {
    return {"parts", part,
            Error(ErrorKind::refused, "device.other-part", Remedy::technician,
                  part + "; see kioskctl parts")};
}

/// What the running kiosk knows better than anybody who asks its devices beside it. A printer that
/// speaks IPP answers several, and tells of its paper.
std::vector<PartStatus> askRunning(const nlohmann::json& told, const Config& config,
                                   const GuardedModules& modules) {
    std::vector<PartStatus> parts;
    for (const nlohmann::json& device : told["devices"]) {
        PartStatus status = partFrom(device);
        if (status.works() && status.part == "printer" && config.printer.module == "ipp")
            status = partFrom("printer", askPrinter(modules.printer()));
        parts.push_back(std::move(status));
    }
    for (const nlohmann::json& part : told["parts"])
        if (part["state"] == name(parts::PartState::other))
            parts.push_back(swapped(part["part"]));
    if (const int pages = told["strangePages"]; pages > 0) {
        const std::string detail = std::to_string(pages) + " pages that this kiosk did not print";
        parts.push_back(
            {"pages", detail,
             Error(ErrorKind::integrity, "ledger.strange-pages", Remedy::technician, detail)});
    }
    return parts;
}

/// Where no kiosk runs, each device is opened once.
std::vector<PartStatus> askDevices(const Config& config, const GuardedModules& modules) {
    std::vector<PartStatus> parts{partFrom("cardReader", askReader(modules)),
                                  partFrom("printer", askPrinter(modules.printer())),
                                  partFrom("camera", askCamera(modules))};
    if (config.receiptPrinter)
        parts.push_back(partFrom("receiptPrinter", askPrinter(modules.receiptPrinter())));
    if (config.auxiliaries)
        parts.push_back(partFrom("auxiliaries", askAuxiliaries(modules)));
    const std::vector<parts::PartReport> reports = modules.parts()->report();
    for (const parts::PartReport& report : reports)
        if (report.state == parts::PartState::other)
            parts.push_back(swapped(report.part));
    return parts;
}

std::vector<PartStatus> askAll(const Config& config, const GuardedModules& modules) {
    const auto told = askRunningKiosk(config, {{"ask", "devices"}});
    std::vector<PartStatus> parts =
        told ? askRunning(*told, config, modules) : askDevices(config, modules);
    parts.push_back(partFrom("trust list", askTrust(config)));
    if (config.sound && (config.sound->headset || config.sound->loudspeaker))
        parts.push_back(partFrom("speech", tryVoice(*config.sound)));
    if (hasRecorder())
        parts.push_back({"recorder",
                         "a development build, not for service; recording: " +
                             (config.cardReader.record.empty() ? std::string("no")
                                                               : config.cardReader.record.string()),
                         {}});
    const auto endings = ending::endingsIn(config.state, SystemClock().wall());
    if (!endings.empty())
        parts.push_back({"last end", text(endings.front()), {}});
    for (const Error& refused : modules.guard().refused())
        parts.push_back({"usb", refused.detail(), refused});
    for (const RegionChoice& region : config.regions)
        parts.push_back(partFrom("region " + region.region.code, askRegion(region)));
    return parts;
}

/// The running kiosk's own report; null where none runs, or one that knows no such question.
nlohmann::json askHealth(const Config& config) {
    const auto told = askRunningKiosk(config, {{"ask", "health"}});
    return told && health::servicesText(*told) ? *told : nlohmann::json();
}

/// The counters of a kiosk that does not run, as a report in which nothing else is known.
nlohmann::json countsBeside(const Config& config) {
    health::Health health{.counters = counterHealthIn(config.state)};
    for (std::size_t i = 0; i < health::kParts; ++i)
        if (health.counters.parts[i])
            health.devices.push_back({.part = static_cast<health::Part>(i)});
    return health::reportOf(health);
}

/// Of a report: the facts that a device's counters are.
nlohmann::json countedIn(const nlohmann::json& report) {
    nlohmann::json counted = nlohmann::json::object();
    const nlohmann::json& device = report["facts"]["device"];
    for (const health::Fact& fact : health::facts())
        if (health::isCounted(fact) && device.contains(nameOf(fact)))
            counted[nameOf(fact)] = device[nameOf(fact)];
    return counted;
}

/// The parts as they answered, and what is told beside them.
struct Look {
    std::vector<PartStatus> parts;
    nlohmann::json health;  ///< the running kiosk's; else null
    nlohmann::json counted; ///< a report too, of a kiosk that does not run as well
};

Look lookAt(const Config& config, const GuardedModules& modules) {
    Look look{.parts = askAll(config, modules), .health = askHealth(config)};
    look.counted = look.health.is_null() ? countsBeside(config) : look.health;
    return look;
}

void printJson(const Look& look) {
    nlohmann::json list = nlohmann::json::array();
    for (const PartStatus& part : look.parts) {
        nlohmann::json entry{{"part", part.part}, {"works", part.works()}, {"detail", part.detail}};
        if (part.error) {
            entry["code"] = part.error->code();
            entry["remedy"] = name(part.error->remedy());
        }
        list.push_back(std::move(entry));
    }
    const nlohmann::json told{
        {"parts", list}, {"health", look.health}, {"counted", countedIn(look.counted)}};
    std::puts(told.dump(2).c_str());
}

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

Row rowOf(const PartStatus& part) {
    const std::string state =
        part.works() ? coloured("works", Colour::green) : coloured("FAULT", Colour::red);
    return {part.part, state + "    " + padded(part.part, 15) + " " +
                           (part.works() ? part.detail : part.error->line())};
}

/// Lines of a report's text, under an empty one where there are any.
void append(std::vector<Row>& rows, std::string_view about, const Result<std::string>& text) {
    if (!text || text->empty())
        return;
    rows.emplace_back();
    for (const std::string_view line : split(*text, '\n'))
        if (!line.empty())
            rows.push_back(
                {std::string(about) + std::string(trimmed(line.substr(0, 16))), std::string(line)});
}

/// The parts, where a kiosk runs what citizens can do, and what was counted.
std::vector<Row> tableOf(const Look& look) {
    std::vector<Row> rows;
    rows.reserve(look.parts.size());
    for (const PartStatus& part : look.parts)
        rows.push_back(rowOf(part));
    append(rows, "", health::servicesText(look.health));
    append(rows, "counted ", health::countsText(look.counted));
    return rows;
}

Result<int> status(const Arguments& arguments) {
    if (arguments.has("--watch") && arguments.has("--json"))
        return fail(ErrorKind::unsupported, "usage.not-together", Remedy::citizenAgain,
                    "--watch and --json");
    const Config config = TRY(loadConfig(arguments.required("--config")));
    const GuardedModules modules = TRY(GuardedModules::of(config));
    if (arguments.has("--watch"))
        return watch([&] { return tableOf(lookAt(config, modules)); }, kBetweenLooks);
    const Look look = lookAt(config, modules);
    if (arguments.has("--json"))
        printJson(look);
    else
        for (const Row& row : tableOf(look))
            std::puts(row.text.c_str());
    return std::ranges::all_of(look.parts, &PartStatus::works) ? kExitDone : kExitCannot;
}

constexpr std::array kCommands{
    Command{.words = "status",
            .purpose = "asks every part of the kiosk once and says who must act",
            .options = {kConfigOption,
                        kJsonOption,
                        {"--watch", "", "goes on asking and shows what changes, until Ctrl-C"}},
            .exits = {{kExitDone, "every part works"}},
            .example = "status --config /data/site/kiosk.json",
            .act = status},
};

} // namespace

std::span<const Command> statusCommands() {
    return kCommands;
}

} // namespace kiosk::app
