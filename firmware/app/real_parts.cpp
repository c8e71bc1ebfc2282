// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/real_parts.h"

#include "firmware/app/guarded_modules.h"
#include "firmware/app/matters.h"
#include "firmware/app/open_region.h"
#include "firmware/app/purposes.h"
#include "firmware/app/trust_health.h"
#include "firmware/base/log.h"
#include "firmware/reading/confined_reader.h"

namespace kiosk::app {

namespace {

/// Where what may touch memory sticks listens (kiosk-stick.socket in the image).
constexpr const char* kStickDesk = "/run/kiosk-stick.socket";

Result<std::vector<std::shared_ptr<authority::Authority>>>
openAuthorities(const std::vector<RegionChoice>& regions) {
    std::vector<std::shared_ptr<authority::Authority>> authorities;
    authorities.reserve(regions.size());
    for (const RegionChoice& choice : regions)
        authorities.push_back(TRY(openRegion(choice)));
    return authorities;
}

std::unique_ptr<drivers::DeviceWatch> watchDevices(drivers::DeviceWatch::Tell tell) {
    auto watch = drivers::DeviceWatch::start(std::move(tell));
    if (watch)
        return std::move(*watch);
    log::tell<"device.not-watched">(watch.error());
    return nullptr;
}

/// Whoever cannot type still leafs: the rest stays in service (U11).
std::shared_ptr<const typing::Table> typingTable() {
    auto table = typing::Table::open(typing::tableFile());
    if (table)
        return std::move(*table);
    log::tell<"kiosk.lists-not-searched">(table.error());
    return nullptr;
}

} // namespace

Result<KioskParts> realParts(const Config& config) {
    const verify::TrustList trust = TRY(verify::TrustList::load(config.trust));
    auto documents = std::make_unique<reading::ConfinedReader>(
        reading::readerProgram(), trust, reading::ConfinedReader::Spare::kept,
        reading::patienceOf(config.board.fileTime));
    std::vector<Purpose> purposes = TRY(loadPurposes(config.assets));
    std::vector<Matter> matters = TRY(loadMatters(config.matters, purposes));
    const GuardedModules modules = TRY(GuardedModules::of(config));
    return KioskParts{.cardReader = modules.cardReader(),
                      .printer = modules.printer(),
                      .receiptPrinter = modules.receiptPrinter(),
                      .camera = modules.camera(),
                      .auxiliaries = modules.auxiliaries(),
                      .codeScanner = modules.codeScanner(),
                      .staffCards = modules.staffCards(),
                      .driverCalls = DriverCalls::withinLimits,
                      .watchDevices = watchDevices,
                      .partsBook = modules.parts(),
                      .authorities = TRY(openAuthorities(config.regions)),
                      .documents = std::move(documents),
                      .trust = trust,
                      .trustHealth = trustHealthOf(trust, config.trust),
                      .purposes = std::move(purposes),
                      .matters = std::move(matters),
                      .state = config.state,
                      .staffRegister = config.staffRegister,
                      .place = config.place,
                      .acceptsSocialSecurityCards = config.acceptsSocialSecurityCards,
                      .staff = config.staff,
                      .holdersPerCompanion = config.holdersPerCompanion,
                      .typing = typingTable(),
                      .makeWorker = [] { return std::make_unique<ThreadWorker>(); },
                      .connectToSticks = [] { return stick::Wire::to(kStickDesk); }};
}

} // namespace kiosk::app
