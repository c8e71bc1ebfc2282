// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/health_beside.h"

#include <array>

#include <nlohmann/json.hpp>

#include "firmware/app/audit_record.h"
#include "firmware/app/counter_health.h"
#include "firmware/app/guarded_modules.h"
#include "firmware/app/kioskctl/device_command.h"
#include "firmware/app/last_end.h"
#include "firmware/app/matters.h"
#include "firmware/app/open_region.h"
#include "firmware/app/purposes.h"
#include "firmware/app/trust_health.h"
#include "firmware/health/devices.h"
#include "firmware/health/machine_facts.h"
#include "firmware/health/network.h"
#include "firmware/health/report.h"
#include "firmware/staff/health_desk.h"
#include "firmware/staff/tried.h"
#include "firmware/visit/cabinet.h"

namespace kiosk::app {

namespace {

using health::Health;
using health::Outcome;
using health::Part;

Outcome outcomeOf(const Result<>& result) {
    if (result)
        return {};
    return {health::Cause(result.error())};
}

/// What no screen can be drawn without, and what is chosen from on them.
Result<> lookAtAssets(const Config& config) {
    const std::filesystem::path& assets = config.assets;
    for (const std::string_view file : {"fonts/fonts.conf", "texts/zh-CN.po", "usb_devices.json"}) {
        std::error_code failed;
        if (!std::filesystem::is_regular_file(assets / file, failed))
            return fail(ErrorKind::configuration, "assets.missing", Remedy::configuration, file);
    }
    static_cast<void>(TRY(loadMatters(config.matters, TRY(loadPurposes(assets)))));
    return {};
}

/// A device that is there for nobody else: opened, and closed again.
template <typename Open>
void lookAtDevice(Health& health, Part part, const Open& open) {
    if (!open)
        return;
    const auto device = open();
    health.devices.push_back(
        health::deviceOf(part, device ? Result<>() : std::unexpected(device.error())));
}

/// Of sheets or of slips: the supplies that are told are those of the sheets.
void lookAtPrinter(Health& health, Part part, const drivers::Slot<drivers::Printer>::Open& open) {
    if (!open)
        return;
    const auto opened = open();
    const auto status = opened ? (*opened)->status({}) : std::unexpected(opened.error());
    health::Device device =
        health::deviceOf(part, status ? Result<>() : std::unexpected(status.error()));
    if (status) {
        device = health::withPrinter(device, *status);
        if (part == Part::printer)
            health.printer = health::printerOf(*status);
    }
    health.devices.push_back(device);
}

/// One whose door is open or that was tampered with serves nobody.
void lookAtCabinet(Health& health, const GuardedModules& modules) {
    const auto open = modules.auxiliaries();
    if (!open)
        return;
    const auto cabinet = open();
    const auto state = cabinet ? (*cabinet)->state({}) : std::unexpected(cabinet.error());
    health.devices.push_back(
        health::deviceOf(Part::auxiliaries, state ? Result<>() : std::unexpected(state.error())));
    if (!state)
        return;
    const auto why = visit::whyNobodyBegins(*state);
    health.cabinet = why ? Outcome{health::Cause(*why)} : Outcome{};
}

void lookAtDevices(Health& health, const Config& config) {
    const auto modules = GuardedModules::of(config);
    if (!modules) {
        health.configuration = outcomeOf(std::unexpected(modules.error()));
        return;
    }
    lookAtDevice(health, Part::cardReader, modules->cardReader());
    lookAtPrinter(health, Part::printer, modules->printer());
    lookAtDevice(health, Part::camera, modules->camera());
    lookAtPrinter(health, Part::receiptPrinter, modules->receiptPrinter());
    lookAtCabinet(health, *modules);
    lookAtDevice(health, Part::codeScanner, modules->codeScanner());
    lookAtDevice(health, Part::staffCards, modules->staffCards());
}

void lookAtTrust(Health& health, const Config& config, WallTime now) {
    const auto list = verify::TrustList::load(config.trust);
    if (!list) {
        health.trust.loaded = outcomeOf(std::unexpected(list.error()));
        return;
    }
    health.trust = trustHealthOf(*list, config.trust);
    if (health.trust.changed)
        health.clock = health::clockWordOf(now, *health.trust.changed);
}

/// A kiosk that has never run has no queue, and none is made.
void lookAtQueue(Health& health, const Config& config, WallTime now) {
    const auto file = config.state / outbox::kFileName;
    std::error_code failed;
    if (!std::filesystem::exists(file, failed))
        return;
    const auto outbox = outbox::Outbox::open(file);
    if (!outbox)
        return;
    if (const auto entries = outbox->list())
        health.queue = staff::queueOf(*entries, now);
}

Result<> askRegionOnce(const RegionChoice& choice) {
    const auto region = TRY(openRegion(choice));
    static_cast<void>(TRY(region->catalogue({})));
    return {};
}

void lookAtNetwork(Health& health) {
    const health::Machine machine;
    health.network = health::layersOf({.link = health::hasLink(machine.root),
                                       .address = health::hasAddress(machine.root),
                                       .clock = health.clock,
                                       .regions = health.regions});
}

} // namespace

Health healthBeside(const Config& config, WallTime now) {
    Health health{.software = health::Version::of(KIOSK_VERSION),
                  .at = now,
                  .configuration = Outcome{},
                  .assets = outcomeOf(lookAtAssets(config))};
    health::readMachine(health, {.state = config.state});
    lookAtTrust(health, config, now);
    lookAtDevices(health, config);
    lookAtQueue(health, config, now);
    health.lastEnd = lastEndOf(ending::endingsIn(config.state, now), now);
    health.record = recordHealthBeside(config.state);
    health.key = keyHealthBeside(config.state);
    health.counters = counterHealthIn(config.state);
    health.tried = staff::triedIn(config.state);
    for (const RegionChoice& choice : config.regions)
        health.regions.push_back(
            {health::RegionCode(choice.region.code), outcomeOf(askRegionOnce(choice))});
    lookAtNetwork(health);
    return health;
}

Result<nlohmann::json> healthReport(const Config& config, WallTime now) {
    auto told = askRunningKiosk(config, {{"ask", "health"}});
    if (told || told.error().code() != "service.no-kiosk")
        return told;
    return health::reportOf(healthBeside(config, now));
}

Health healthWithout(const Error& configuration, WallTime now) {
    Health health{.software = health::Version::of(KIOSK_VERSION),
                  .at = now,
                  .configuration = Outcome{health::Cause(configuration)}};
    const health::Machine machine;
    health.atRest = health::atRest(machine.root);
    health.memoryFree = health::memoryFree(machine.root);
    health.celsius = health::hottestCelsius(machine.root);
    lookAtNetwork(health);
    return health;
}

} // namespace kiosk::app
