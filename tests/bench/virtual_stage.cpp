// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/virtual_stage.h"

#include <algorithm>
#include <map>

#include "drivers/camera/simulated/simulated_camera.h"
#include "drivers/card_reader/card_file/card_file.h"
#include "drivers/card_reader/simulated/simulated_card_reader.h"
#include "firmware/app/kiosk.h"
#include "firmware/app/matters.h"
#include "firmware/app/paper_texts.h"
#include "firmware/app/purposes.h"
#include "firmware/app/screen_context.h"
#include "firmware/app/trust_health.h"
#include "firmware/base/files.h"
#include "firmware/base/sanitized.h"
#include "firmware/reading/plain_reader.h"
#include "screens/kit/draw/assets.h"
#include "tests/bench/cabinet.h"
#include "tests/bench/receipt_printer.h"
#include "tests/bench/scene.h"
#include "tests/bench/seeded_card.h"
#include "tests/bench/spool.h"
#include "tests/bench/staff_cards.h"
#include "tests/sandbox/issuing/making.h"
#include "tests/sandbox/seed/seed.h"
#include "tests/sandbox/simulated_authority.h"
#include "tests/support/simulated_receipt_printer.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::bench {

namespace {

constexpr int kFullTray = 250;

kit::Board benchBoard() {
    return {};
}

SeenNode seen(const kit::Node& node) {
    return {.id = node.id,
            .role = std::string(kit::name(node.role)),
            .name = node.name,
            .state = node.state,
            .value = node.value,
            .x = node.bounds.x,
            .y = node.bounds.y,
            .width = node.bounds.width,
            .height = node.bounds.height};
}

/// What this process holds; of its memory nothing where that grows by the watching alone.
health::Footprint heldHere() {
    health::Footprint held = health::footprintOf("/");
    if (kSanitized)
        held.memory.reset();
    return held;
}

} // namespace

/// The file a region hands out: as sealed, or spoilt on its way.
Result<LicenceFile> spoilt(const sandbox::Issuer& issuer, const sandbox::LicenceFace& face,
                           WallTime signedAt, VirtualStage::Documents how) {
    LicenceFile file = TRY(issuer.issue(face, signedAt));
    switch (how) {
    case VirtualStage::Documents::sealed:
        break;
    case VirtualStage::Documents::notAPackage:
        file.content = toBytes("this is no package");
        break;
    case VirtualStage::Documents::contentChanged:
        file.content =
            TRY(issuer.makeOfd(face, signedAt, {.fault = sandbox::Fault::contentChanged}));
        break;
    }
    return file;
}

/// The code a region writes for a copy: as asked, or wrong.
Result<CopyCode> copyCode(const sandbox::Issuer& issuer, CopyCode code, VirtualStage::Codes how) {
    if (how == VirtualStage::Codes::forAnotherPurpose)
        code.purposeKey = "another";
    CopyCode signedCode = TRY(issuer.signCopy(std::move(code)));
    if (how == VirtualStage::Codes::changedAfterSigning)
        signedCode.copyNumber.back() = signedCode.copyNumber.back() == '7' ? '8' : '7';
    return signedCode;
}

/// A region's platform with its issuing office.
struct SimulatedRegion {
    sandbox::Issuer issuer;
    std::unique_ptr<sandbox::RegionService> service;
    sandbox::FaultSwitch faults;

    explicit SimulatedRegion(sandbox::Issuer office) : issuer(std::move(office)) {}
};

/// What stays when the kiosk's power goes: time, devices, regions, the disk.
struct VirtualStage::World {
    const Options options;
    tests::TemporaryFolder folder;
    tests::ManualClock clock;
    SeededRandom random;
    std::filesystem::path assetsFolder;
    kit::Assets assets;
    std::shared_ptr<drivers::SimulatedCardReader> reader =
        std::make_shared<drivers::SimulatedCardReader>();
    std::shared_ptr<drivers::SimulatedPrinter> printer;
    tests::ReceiptPrinterModel receiptPrinter;
    std::shared_ptr<drivers::SimulatedCamera> camera = std::make_shared<drivers::SimulatedCamera>();
    std::shared_ptr<drivers::SimulatedAuxiliaries> cabinet =
        std::make_shared<drivers::SimulatedAuxiliaries>(
            drivers::SimulatedAuxiliariesOptions{.patience = std::chrono::milliseconds(0)});
    std::map<std::string, std::unique_ptr<SimulatedRegion>> regions;
    std::map<int, PrintedSheet> sheetsSeen; ///< by job: drawn and read once
    OpenReader openReader = [this] { return reader; };
    std::function<void(const kit::Node&)> screenWatcher;
    std::size_t thingsDone = 0;
    Scene scene;
    Documents documents = Documents::sealed;
    Codes codes = Codes::signedAsAsked;

    World(Options how, std::filesystem::path where, kit::Assets loaded)
        : options(std::move(how)),
          random(options.seed),
          assetsFolder(std::move(where)),
          assets(std::move(loaded)),
          printer(std::make_shared<drivers::SimulatedPrinter>(clock, options.printer)) {}

    void change(Happening what);
    void setView(Scene::View view) {
        scene.view = view;
        camera->show(frameOf(scene));
    }
    void setPlatforms(sandbox::PlatformFault fault) {
        for (auto& [code, region] : regions)
            region->faults.set(fault);
    }

    Result<> openRegions() {
        std::filesystem::create_directories(folder.path() / "trust" / "copy-signers");
        for (const Region& region : sandbox::regions())
            TRY(openRegion(region));
        dateTrust();
        return {};
    }

    /// By the bench's clock, which is not the disk's: the list is three weeks old.
    void dateTrust() const {
        const auto time = std::chrono::file_clock::from_sys(clock.wall() - std::chrono::days(21));
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(folder.path() / "trust"))
            if (entry.is_regular_file())
                std::filesystem::last_write_time(entry.path(), time);
    }

    Result<> openRegion(const Region& region) {
        const auto home = folder.path() / region.code;
        std::filesystem::create_directories(home);
        auto opened = std::make_unique<SimulatedRegion>(
            TRY(sandbox::Issuer::open(home, region, clock.wall())));
        const sandbox::Issuer& issuer = opened->issuer;
        opened->service = TRY(sandbox::RegionService::open(
            {.region = region,
             .folder = home,
             .makeDocument =
                 [this, &issuer](const sandbox::LicenceFace& face, WallTime signedAt) {
                     return spoilt(issuer, face, signedAt, documents);
                 },
             .signCopy = [this, &issuer](
                             CopyCode code) { return copyCode(issuer, std::move(code), codes); },
             .signGrant = [&issuer](Grant grant) { return issuer.signGrant(std::move(grant)); },
             .clock = clock,
             .random = random}));
        const auto trust = folder.path() / "trust";
        const std::string file = region.code + ".pem";
        TRY(writeFile(trust / file, bytesOf(issuer.rootPem())));
        TRY(writeFile(trust / "copy-signers" / file, bytesOf(issuer.copySignerPem())));
        regions[region.code] = std::move(opened);
        return {};
    }

    Result<std::shared_ptr<drivers::Printer>> driver() {
        return options.printerDriver ? options.printerDriver(printer) : printer;
    }

    drivers::Slot<drivers::Printer>::Open openReceiptPrinter() {
        if (options.slips == Slips::sheets)
            return {};
        return [this] { return tests::openSimulatedReceiptPrinter(receiptPrinter); };
    }

    Result<std::shared_ptr<drivers::StaffCards>> openStaffCards() const {
        return drivers::openCardFile(staffCardFile(folder.path()));
    }

    /// As a kiosk's modules do: whoever was opened is compared with the record.
    template <typename D>
    static typename drivers::Slot<D>::Open
    noted(std::shared_ptr<parts::PartsBook> book, std::string part,
          typename drivers::Slot<D>::Open open, parts::OtherPart other) {
        return [book = std::move(book), part = std::move(part), open = std::move(open),
                other]() -> Result<std::shared_ptr<D>> {
            std::shared_ptr<D> device = TRY(open());
            TRY(book->note(part, device->identity(), other));
            return device;
        };
    }

    Result<app::KioskParts> parts() {
        std::vector<std::shared_ptr<authority::Authority>> authorities;
        for (auto& [code, region] : regions) {
            std::shared_ptr<authority::Authority> link =
                std::make_shared<sandbox::SimulatedAuthority>(*region->service, region->faults);
            authorities.push_back(options.regionLink ? options.regionLink(link) : link);
        }
        std::filesystem::create_directories(folder.path() / "state");
        const auto trust = TRY(verify::TrustList::load(folder.path() / "trust"));
        const auto purposes = TRY(app::loadPurposes(assetsFolder));
        auto matters = TRY(app::loadMatters(assetsFolder / "matters.json", purposes));
        auto typingTable = TRY(typing::Table::open(typing::tableFile()));
        const auto book =
            TRY(parts::PartsBook::open(folder.path() / "state" / parts::kPartsFileName));
        return app::KioskParts{
            .cardReader = noted<drivers::CardReader>(book, "cardReader", openReader,
                                                     parts::OtherPart::isKeptOut),
            .printer = noted<drivers::Printer>(
                book, "printer", [this] { return driver(); }, parts::OtherPart::isTold),
            .receiptPrinter = openReceiptPrinter(),
            .camera = [this] { return camera; },
            .auxiliaries = [this] { return cabinet; },
            .staffCards = [this] { return openStaffCards(); },
            .partsBook = book,
            .authorities = std::move(authorities),
            .documents = options.documents ? options.documents()
                                           : std::make_unique<reading::PlainReader>(trust),
            .trust = trust,
            .trustHealth = app::trustHealthOf(trust, folder.path() / "trust"),
            .purposes = purposes,
            .matters = std::move(matters),
            .state = folder.path() / "state",
            .staffRegister = folder.path() / "state" / staff::kRegisterFileName,
            .place = "云州市政务服务中心 · 1号机",
            .staff = options.staff,
            .paperTexts = app::paperTextsOf(assets.catalogue),
            .typing = std::move(typingTable),
            .makeWorker = [] { return std::make_unique<InlineWorker>(); },
            .footprint = heldHere};
        // The analyser takes what a std::function holds for lost.
        // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks)
    }
};

void VirtualStage::World::change(Happening what) {
    using Printer = drivers::SimulatedPrinter;
    using Camera = drivers::SimulatedCamera;
    switch (what) {
    case Happening::cardLifted:
        return reader->lift();
    case Happening::paperOut:
        return printer->putSheets(0);
    case Happening::paperLoaded:
        return printer->putSheets(kFullTray);
    case Happening::paperJammed:
        return printer->jamNextSheet();
    case Happening::jamCleared:
        return printer->clearJam();
    case Happening::coverOpened:
        return printer->setCover(Printer::Cover::open);
    case Happening::coverClosed:
        return printer->setCover(Printer::Cover::closed);
    case Happening::tonerLow:
        return printer->setToner(drivers::TonerState::low);
    case Happening::tonerOut:
        return printer->setToner(drivers::TonerState::out);
    case Happening::tonerFull:
        return printer->setToner(drivers::TonerState::full);
    case Happening::printerCablePulled:
        return printer->setCable(Printer::Cable::pulled);
    case Happening::printerCablePlugged:
        return printer->setCable(Printer::Cable::plugged);
    case Happening::printerPowerOff:
        return printer->setPower(Printer::Power::off);
    case Happening::printerPowerOn:
        return printer->setPower(Printer::Power::on);
    case Happening::printerExchanged:
        return printer->exchange();
    case Happening::rollOut:
    case Happening::rollLoaded:
    case Happening::rollCoverOpened:
    case Happening::rollCoverClosed:
    case Happening::receiptPrinterOff:
    case Happening::receiptPrinterOn:
        return happenTo(receiptPrinter, what);
    case Happening::readerUnplugged:
        return reader->unplug();
    case Happening::readerPlugged:
        return reader->plug();
    case Happening::readerExchanged:
        return reader->exchange();
    case Happening::cameraUnplugged:
        return camera->setFault(Camera::Fault::unplugged);
    case Happening::cameraPlugged:
        return camera->setFault(Camera::Fault::none);
    case Happening::cameraCovered:
        return setView(Scene::View::covered);
    case Happening::cameraGlare:
        return setView(Scene::View::glare);
    case Happening::cameraClear:
        return setView(Scene::View::clear);
    case Happening::doorOpened:
    case Happening::doorClosed:
    case Happening::tampered:
    case Happening::tamperPutBack:
    case Happening::mainsLost:
    case Happening::batteryLow:
    case Happening::mainsBack:
    case Happening::headsetPlugged:
    case Happening::headsetPulled:
        return cabinet->become(*cabinetAfter(what, cabinet->standing()));
    case Happening::callKeyPressed:
        return cabinet->pressCallKey();
    case Happening::attendantCardLaid:
    case Happening::technicianCardLaid:
    case Happening::supervisorCardLaid:
    case Happening::staffCardLifted:
        return; // happen() says whether it went well
    case Happening::networkCut:
        return setPlatforms(sandbox::PlatformFault::down);
    case Happening::networkConnected:
        return setPlatforms(sandbox::PlatformFault::none);
    case Happening::kioskKilled:
    case Happening::kioskCrashed:
    case Happening::kioskStarted:
        return; // the stage's own
    }
}

/// What dies when the kiosk is killed: its memory.
struct VirtualStage::Machine {
    EventLoop loop;
    bool stale = true;
    std::unique_ptr<app::Kiosk> kiosk;
    kit::Node tree;
    World& world;

    explicit Machine(World& around) : loop(around.clock), world(around) {}

    void changed() {
        stale = true;
        if (kiosk && world.screenWatcher)
            world.screenWatcher(screen());
    }

    const kit::Node& screen() {
        if (stale)
            tree = app::screenOf(*kiosk, world.assets);
        stale = false;
        return tree;
    }
};

VirtualStage::VirtualStage(std::unique_ptr<World> world) : world_(std::move(world)) {}
VirtualStage::~VirtualStage() = default;

Result<std::unique_ptr<VirtualStage>> VirtualStage::open(const std::filesystem::path& assets,
                                                         Options options) {
    auto world = std::make_unique<World>(std::move(options), assets,
                                         TRY(kit::Assets::load(assets, benchBoard())));
    TRY(world->openRegions());
    std::unique_ptr<VirtualStage> stage(new VirtualStage(std::move(world)));
    TRY(stage->showCode({}));
    TRY(stage->startKiosk());
    return stage;
}

void VirtualStage::setDocuments(Documents documents) {
    world_->documents = documents;
}

void VirtualStage::setCodes(Codes codes) {
    world_->codes = codes;
}

void VirtualStage::setReader(OpenReader open) {
    world_->openReader = std::move(open);
}

void VirtualStage::watchScreens(std::function<void(const kit::Node&)> watcher) {
    world_->screenWatcher = std::move(watcher);
}

std::size_t VirtualStage::thingsDone() const {
    return world_->thingsDone;
}

tests::ManualClock& VirtualStage::clock() {
    return world_->clock;
}

drivers::SimulatedPrinter& VirtualStage::printer() {
    return *world_->printer;
}

tests::ReceiptPrinterModel& VirtualStage::receiptPrinter() {
    return world_->receiptPrinter;
}

drivers::SimulatedAuxiliaries& VirtualStage::cabinet() {
    return *world_->cabinet;
}

const kit::Node& VirtualStage::screen() {
    return machine_->screen();
}

visit::Visit& VirtualStage::visit() {
    return machine_->kiosk->visit();
}

visit::VisitView VirtualStage::view() const {
    return machine_->kiosk->view();
}

std::string VirtualStage::askDesk(std::string_view question) {
    return machine_->kiosk->serviceDesk().answer(question);
}

const std::filesystem::path& VirtualStage::folder() const {
    return world_->folder.path();
}

Result<> VirtualStage::startKiosk() {
    auto machine = std::make_unique<Machine>(*world_);
    machine->kiosk =
        TRY(app::Kiosk::assemble(TRY(world_->parts()), machine->loop, world_->clock, world_->random,
                                 [raw = machine.get()] { raw->changed(); }));
    machine->kiosk->begin();
    machine_ = std::move(machine);
    machine_->loop.runReady();
    return {};
}

Glance VirtualStage::look() {
    Glance glance;
    if (!machine_)
        return glance;
    const kit::Node& tree = machine_->screen();
    glance.screen = tree.id;
    kit::walk(tree, [&glance](const kit::Node& node, int) { glance.nodes.push_back(seen(node)); });
    return glance;
}

Result<> VirtualStage::pass(std::chrono::milliseconds time) {
    world_->clock.advance(time);
    if (machine_)
        world_->thingsDone += machine_->loop.runReady();
    return {};
}

Result<> VirtualStage::touch(const std::string& nodeId) {
    const kit::Node* node = machine_ ? kit::find(machine_->screen(), nodeId) : nullptr;
    if (node == nullptr || !node->touch)
        return fail(ErrorKind::notFound, "bench.nothing-to-touch", Remedy::configuration, nodeId);
    machine_->kiosk->touch(*node->touch);
    machine_->loop.runReady();
    return {};
}

Result<> VirtualStage::happen(Happening what) {
    if (what == Happening::kioskStarted)
        return startKiosk();
    if (const auto done = happenToStaffCard(folder(), what))
        return *done;
    if (what == Happening::kioskKilled || what == Happening::kioskCrashed)
        machine_.reset();
    else
        world_->change(what);
    return {};
}

Result<> VirtualStage::layCard(const std::string& person, Card card) {
    world_->reader->lay(TRY(cardOf(person, card)));
    return {};
}

Result<> VirtualStage::setFault(const std::string& regionCode, const std::string& fault,
                                std::optional<int> times) {
    const auto region = world_->regions.find(regionCode);
    if (region == world_->regions.end())
        return fail(ErrorKind::notFound, "bench.unknown-region", Remedy::configuration, regionCode);
    region->second->faults.set(TRY(sandbox::faultNamed(fault)), times);
    return {};
}

Result<> VirtualStage::showCode(const std::string& text) {
    world_->scene.code = text;
    world_->camera->show(frameOf(world_->scene));
    return {};
}

Result<> VirtualStage::breakNextRead(const std::string& how) {
    const std::map<std::string, drivers::CardTrouble> troubles{
        {"checkSum", drivers::CardTrouble::garbled},
        {"truncated", drivers::CardTrouble::garbled},
        {"record", drivers::CardTrouble::damaged},
        {"layout", drivers::CardTrouble::layoutUnknown},
        {"lifted", drivers::CardTrouble::removed}};
    const auto trouble = troubles.find(how);
    if (trouble == troubles.end())
        return fail(ErrorKind::unsupported, "bench.unknown-trouble", Remedy::configuration, how);
    world_->reader->failNextRead(trouble->second);
    return {};
}

Result<std::vector<PrintedSheet>> VirtualStage::sheets() {
    std::vector<PrintedSheet> sheets;
    for (const drivers::PrintedJob& job : world_->printer->jobs()) {
        if (job.pagesOut < job.document.pages)
            continue;
        if (!world_->sheetsSeen.contains(job.id)) {
            const auto file = folder() / (std::to_string(job.id) + ".pdf");
            TRY(writeFile(file, job.document.pdf));
            world_->sheetsSeen[job.id] = TRY(lookAtSheet(file));
        }
        sheets.push_back(world_->sheetsSeen[job.id]);
    }
    return sheets;
}

Result<int> VirtualStage::slips() {
    return static_cast<int>(world_->receiptPrinter.strips().size());
}

Result<std::vector<sandbox::Copy>> VirtualStage::copies() {
    std::vector<sandbox::Copy> all;
    for (auto& [code, region] : world_->regions) {
        const auto copies = TRY(region->service->copies());
        all.insert(all.end(), copies.begin(), copies.end());
    }
    return all;
}

Result<Stage::Delivered> VirtualStage::delivered() {
    Delivered total;
    for (auto& [code, region] : world_->regions)
        for (const sandbox::Delivery& delivery : TRY(region->service->deliveries())) {
            total.requests += delivery.executions > 0 ? 1 : 0;
            total.mostForOneKey = std::max(total.mostForOneKey, delivery.executions);
        }
    return total;
}

} // namespace kiosk::bench
