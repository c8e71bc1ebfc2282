// SPDX-License-Identifier: Apache-2.0
#include "tests/machine/machine_stage.h"

#include <thread>

#include "tests/bench/page_printer.h"
#include "tests/bench/receipt_printer.h"
#include "tests/bench/seeded_card.h"
#include "tests/bench/spool.h"

namespace kiosk::machine {

namespace {

using bench::Happening;
using bench::PrintedSheet;
using bench::SeenNode;

/// A second of a scenario lasts so many here; looking less often leaves the kiosk the processor.
constexpr int kSlowness = 6;
constexpr std::size_t kBytesBeforeThePull = 640; ///< of 1,295: ten packets

std::unexpected<Error> cannot(std::string_view what) {
    return fail(ErrorKind::unsupported, "bench.not-on-this-stage", Remedy::configuration, what);
}

/// What a kiosk needs of one outside lies where one here would leave it.
Result<bench::SandboxProcess> sandboxOf(const MachineStage::Options& options,
                                        const std::filesystem::path& folder) {
    return options.sandbox.empty()
               ? bench::SandboxProcess::start(options.programs / "sandbox", folder)
               : bench::SandboxProcess::elsewhere(folder, options.sandbox);
}

} // namespace

struct MachineStage::World {
    std::unique_ptr<tests::SamDeviceModel> samModel;
    std::unique_ptr<ReaderGadget> reader;
    std::unique_ptr<tests::ReceiptPrinterModel> receiptModel;
    std::unique_ptr<PrinterGadget> receiptPrinter;
    std::unique_ptr<ConnectedCamera> camera;
    bench::SandboxProcess sandbox;
    std::unique_ptr<tests::IppEvePrinter> printer;
};

Result<std::unique_ptr<MachineStage>> MachineStage::open(const Options& options,
                                                         std::unique_ptr<Seat> seat) {
    std::filesystem::create_directories(options.out / "sheets");
    auto samModel = std::make_unique<tests::SamDeviceModel>();
    auto reader = TRY(ReaderGadget::open(*samModel, options.pipes, "dummy_udc.0"));
    auto receiptModel = std::make_unique<tests::ReceiptPrinterModel>();
    auto receiptPrinter = TRY(PrinterGadget::open(*receiptModel, "dummy_udc.1"));
    World world{.samModel = std::move(samModel),
                .reader = std::move(reader),
                .receiptModel = std::move(receiptModel),
                .receiptPrinter = std::move(receiptPrinter),
                .camera = TRY(ConnectedCamera::open()),
                .sandbox = TRY(sandboxOf(options, seat->sandboxFolder())),
                .printer = TRY(tests::IppEvePrinter::start({.spool = options.out / "sheets"}))};
    std::unique_ptr<MachineStage> stage(
        new MachineStage(options, std::move(world), std::move(seat)));
    TRY(stage->showCode({}));
    TRY(stage->seat_->begin({.regionsFile = stage->sandbox_.regionsFile(),
                             .trust = stage->sandbox_.trust(),
                             .printerUri = stage->printer_->uri()}));
    return stage;
}

MachineStage::MachineStage(Options options, World world, std::unique_ptr<Seat> seat)
    : options_(std::move(options)),
      samModel_(std::move(world.samModel)),
      reader_(std::move(world.reader)),
      receiptModel_(std::move(world.receiptModel)),
      receiptPrinter_(std::move(world.receiptPrinter)),
      camera_(std::move(world.camera)),
      sandbox_(std::move(world.sandbox)),
      printer_(std::move(world.printer)),
      seat_(std::move(seat)) {}

Result<> MachineStage::pass(std::chrono::milliseconds time) {
    std::this_thread::sleep_for(time * kSlowness);
    return {};
}

Result<> MachineStage::touch(const std::string& nodeId) {
    const bench::Glance glance = look();
    const SeenNode* node = glance.find(nodeId);
    if (node == nullptr)
        return fail(ErrorKind::notFound, "bench.nothing-to-touch", Remedy::configuration, nodeId);
    return seat_->tap(static_cast<int>((node->x + node->width / 2) * Seat::kPixelsPerMm),
                      static_cast<int>((node->y + node->height / 2) * Seat::kPixelsPerMm));
}

Result<> MachineStage::happen(Happening what) {
    if (auto happened = seat_->happenToStaffCard(what))
        return *happened;
    if (auto happened = bench::happenTo(*printer_, what))
        return *happened;
    switch (what) {
    case Happening::cardLifted:
        samModel_->lift();
        return {};
    case Happening::readerUnplugged:
        return reader_->unplug();
    case Happening::readerPlugged:
        return reader_->plug();
    case Happening::readerExchanged:
        samModel_->becomeAnother();
        return reader_->plug();
    case Happening::cameraCovered:
        return setView(bench::Scene::View::covered);
    case Happening::cameraGlare:
        return setView(bench::Scene::View::glare);
    case Happening::cameraClear:
        return setView(bench::Scene::View::clear);
    case Happening::rollOut:
    case Happening::rollLoaded:
    case Happening::rollCoverOpened:
    case Happening::rollCoverClosed:
        bench::happenTo(*receiptModel_, what);
        return {};
    case Happening::receiptPrinterOff:
        return receiptPrinter_->unplug();
    case Happening::receiptPrinterOn:
        return receiptPrinter_->plug();
    case Happening::networkCut:
        return setPlatforms("down");
    case Happening::networkConnected:
        return setPlatforms("none");
    default: // what this stage is for is the devices beneath the kernel
        return cannot(bench::actOf(what).button);
    }
}

Result<> MachineStage::setPlatforms(const std::string& fault) {
    for (const std::string& region : sandbox_.regionCodes())
        TRY(sandbox_.setFault(region, fault, {}));
    return {};
}

Result<> MachineStage::layCard(const std::string& person, Card card) {
    samModel_->lay(TRY(bench::cardOf(person, card)));
    return {};
}

Result<> MachineStage::setFault(const std::string& regionCode, const std::string& fault,
                                std::optional<int> times) {
    return sandbox_.setFault(regionCode, fault, times);
}

Result<> MachineStage::showCode(const std::string& text) {
    scene_.code = text;
    return setView(scene_.view);
}

Result<> MachineStage::setView(bench::Scene::View view) {
    scene_.view = view;
    camera_->show(bench::frameOf(scene_));
    return {};
}

Result<> MachineStage::breakNextRead(const std::string& how) {
    using Kind = tests::SamFault::Kind;
    if (how == "checkSum")
        samModel_->inject({.kind = Kind::wrongCheck, .times = 2});
    else if (how == "unplugged")
        samModel_->inject({.kind = Kind::unplug, .after = kBytesBeforeThePull});
    else
        return cannot(how);
    return {};
}

Result<std::vector<PrintedSheet>> MachineStage::sheets() {
    sheets_ = TRY(bench::sheetsIn(options_.out / "sheets", sheets_));
    return sheets_;
}

Result<int> MachineStage::slips() {
    return static_cast<int>(receiptModel_->strips().size());
}

} // namespace kiosk::machine
