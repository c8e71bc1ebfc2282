// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/real_stage.h"

#include <map>
#include <thread>

#include "tests/bench/seeded_card.h"
#include "tests/bench/spool.h"
#include "tests/support/code_pictures.h"

namespace kiosk::bench {

namespace {

constexpr double kPixelsPerMm = 102 / 25.4;
constexpr int kFullTray = 250;
constexpr int kCameraWidth = 640;
constexpr int kCameraHeight = 480;
constexpr std::chrono::milliseconds kFramePeriod{33};

} // namespace

RealStage::RealStage(Options options, SandboxProcess sandbox,
                     std::unique_ptr<tests::IppEvePrinter> printer, KioskProcess::Options kiosk)
    : options_(std::move(options)),
      reader_(testbed_, samModel_, tests::UsbFraming::split),
      camera_(testbed_,
              {.width = kCameraWidth, .height = kCameraHeight, .framePeriod = kFramePeriod}),
      sandbox_(std::move(sandbox)),
      printer_(std::move(printer)),
      kiosk_([&] {
          kiosk.cameraPath = camera_.path();
          return std::move(kiosk);
      }()) {}

Result<std::unique_ptr<RealStage>> RealStage::open(const Options& options) {
    std::filesystem::create_directories(options.out / "sheets");
    SandboxProcess sandbox =
        TRY(SandboxProcess::start(options.programs / "sandbox", options.out / "sandbox"));
    auto printer = TRY(tests::IppEvePrinter::start({.spool = options.out / "sheets"}));
    KioskProcess::Options kiosk{.program = options.programs / "kiosk",
                                .assets = options.root / "assets",
                                .folder = options.out / "kiosk",
                                .regionsFile = sandbox.regionsFile(),
                                .trust = sandbox.trust(),
                                .printerUri = printer->uri(),
                                .scale = options.scale,
                                .left = options.left};
    std::unique_ptr<RealStage> stage(
        new RealStage(options, std::move(sandbox), std::move(printer), std::move(kiosk)));
    TRY(stage->showCode({}));
    TRY(stage->startKiosk());
    return stage;
}

Result<> RealStage::pass(std::chrono::milliseconds time) {
    std::this_thread::sleep_for(time);
    return {};
}

Result<> RealStage::touch(const std::string& nodeId) {
    if (!finger_)
        finger_ = TRY(Finger::open());
    const Glance glance = look();
    const SeenNode* node = glance.find(nodeId);
    if (node == nullptr)
        return fail(ErrorKind::notFound, "bench.nothing-to-touch", Remedy::configuration, nodeId);
    const double pixels = kPixelsPerMm * options_.scale;
    finger_->tap(static_cast<int>((node->x + node->width / 2) * pixels),
                 static_cast<int>((node->y + node->height / 2) * pixels));
    return {};
}

Result<> RealStage::layCard(const std::string& person, Card card) {
    samModel_.lay(TRY(cardOf(person, card)));
    return {};
}

Result<> RealStage::liftCard() {
    samModel_.lift();
    return {};
}

Result<> RealStage::setPaper(Paper paper) {
    return printer_->putSheets(paper == Paper::loaded ? kFullTray : 0);
}

Result<> RealStage::setNetwork(Network network) {
    for (const std::string& region : sandbox_.regionCodes())
        TRY(sandbox_.setFault(region, network == Network::cut ? "down" : "none", {}));
    return {};
}

Result<> RealStage::setFault(const std::string& regionCode, const std::string& fault,
                             std::optional<int> times) {
    return sandbox_.setFault(regionCode, fault, times);
}

Result<> RealStage::showCode(const std::string& text) {
    constexpr int kGrey = 128;
    const tests::CodePicture how{.width = kCameraWidth, .height = kCameraHeight};
    camera_.show(text.empty() ? tests::plainFrame(how.width, how.height, kGrey)
                              : tests::drawCode(text, how));
    return {};
}

Result<> RealStage::breakNextRead(const std::string& how) {
    using Kind = tests::SamFault::Kind;
    const std::map<std::string, tests::SamFault> faults{
        {"checkSum", {.kind = Kind::wrongCheck, .times = 2}},
        {"truncated", {.kind = Kind::cut, .after = 700, .times = 2}},
        {"record", {.kind = Kind::wrongRecord, .times = 2}},
        {"layout", {.kind = Kind::unknownLayout}},
        {"lifted", {.kind = Kind::cardLifted}}};
    const auto fault = faults.find(how);
    if (fault == faults.end())
        return fail(ErrorKind::unsupported, "bench.unknown-trouble", Remedy::configuration, how);
    samModel_.inject(fault->second);
    return {};
}

Result<> RealStage::killKiosk() {
    kiosk_.kill();
    return {};
}

Result<std::vector<PrintedSheet>> RealStage::sheets() {
    return sheetsIn(spool());
}

} // namespace kiosk::bench
