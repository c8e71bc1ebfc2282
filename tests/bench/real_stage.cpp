// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/real_stage.h"

#include <map>
#include <thread>

#include "tests/bench/page_printer.h"
#include "tests/bench/receipt_printer.h"
#include "tests/bench/seeded_card.h"
#include "tests/bench/spool.h"
#include "tests/bench/staff_cards.h"

namespace kiosk::bench {

namespace {

constexpr double kPixelsPerMm = 102 / 25.4;
constexpr int kReaderPort = 2; // the receipt printer is at the first
constexpr std::chrono::milliseconds kFramePeriod{33};

template <typename Deed>
Result<> done(Deed deed) {
    deed();
    return {};
}

} // namespace

RealStage::RealStage(Options options, SandboxProcess sandbox,
                     std::unique_ptr<tests::IppEvePrinter> printer, KioskProcess::Options kiosk)
    : options_(std::move(options)),
      reader_(testbed_, samModel_, tests::UsbFraming::split, kReaderPort),
      camera_(
          testbed_,
          {.width = frameOf({}).width, .height = frameOf({}).height, .framePeriod = kFramePeriod}),
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
                                .receiptPrinter = "escpos-usb",
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
    if (kioskWasClosed()) // what it showed last would be looked at for ever
        return fail(ErrorKind::device, "bench.kiosk-ended", Remedy::supplier, kiosk_.lastWords());
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

Result<> RealStage::happen(Happening what) {
    using enum Happening;
    if (const auto done = happenToStaffCard(kiosk_.folder(), what))
        return *done;
    if (const auto done = happenTo(*printer_, what))
        return *done;
    switch (what) {
    case cardLifted:
        return done([&] { samModel_.lift(); });
    case rollOut:
    case rollLoaded:
    case rollCoverOpened:
    case rollCoverClosed:
    case receiptPrinterOff:
    case receiptPrinterOn:
        return done([&] { happenTo(receiptModel_, what); });
    case readerUnplugged:
        return done([&] { reader_.unplug(); });
    case readerPlugged:
        return done([&] { reader_.plug(); });
    case readerExchanged:
        return done([&] {
            samModel_.becomeAnother();
            reader_.plug();
        });
    case cameraUnplugged:
        return done([&] { camera_.unplug(); });
    case cameraPlugged:
        return done([&] { camera_.plugIn(); });
    case cameraCovered:
        return setView(Scene::View::covered);
    case cameraGlare:
        return setView(Scene::View::glare);
    case cameraClear:
        return setView(Scene::View::clear);
    case networkCut:
        return setPlatforms("down");
    case networkConnected:
        return setPlatforms("none");
    case kioskKilled:
        return killKiosk();
    case kioskCrashed:
        return crashKiosk();
    case kioskStarted:
        return startKiosk();
    case printerCablePulled: // a printer on the network here: its power is its cable
    case printerCablePlugged:
        break;
    case doorOpened: // the testbed of the other devices lets nobody claim a serial line
    case doorClosed:
    case tampered:
    case tamperPutBack:
    case mainsLost:
    case batteryLow:
    case mainsBack:
    case headsetPlugged:
    case headsetPulled:
    case callKeyPressed:
        break;
    case paperOut: // done above
    case paperLoaded:
    case paperJammed:
    case jamCleared:
    case coverOpened:
    case coverClosed:
    case tonerLow:
    case tonerOut:
    case tonerFull:
    case printerPowerOff:
    case printerPowerOn:
    case printerExchanged:
    case attendantCardLaid:
    case technicianCardLaid:
    case supervisorCardLaid:
    case staffCardLifted:
        break;
    }
    return fail(ErrorKind::unsupported, "bench.not-on-this-stage", Remedy::configuration,
                actOf(what).button);
}

Result<> RealStage::layCard(const std::string& person, Card card) {
    samModel_.lay(TRY(cardOf(person, card)));
    return {};
}

Result<> RealStage::setFault(const std::string& regionCode, const std::string& fault,
                             std::optional<int> times) {
    return sandbox_.setFault(regionCode, fault, times);
}

Result<> RealStage::showCode(const std::string& text) {
    scene_.code = text;
    return setView(scene_.view);
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

Result<> RealStage::setView(Scene::View view) {
    scene_.view = view;
    camera_.show(frameOf(scene_));
    return {};
}

Result<> RealStage::setPlatforms(const std::string& fault) {
    for (const std::string& region : sandbox_.regionCodes())
        TRY(sandbox_.setFault(region, fault, {}));
    return {};
}

Result<> RealStage::killKiosk() {
    kiosk_.kill();
    killed_ = true;
    return {};
}

Result<> RealStage::crashKiosk() {
    kiosk_.crash();
    killed_ = true;
    return {};
}

Result<> RealStage::startKiosk() {
    killed_ = false;
    return kiosk_.start();
}

Result<int> RealStage::slips() {
    return static_cast<int>(receiptModel_.strips().size());
}

Result<std::vector<PrintedSheet>> RealStage::sheets() {
    return sheetsIn(spool());
}

} // namespace kiosk::bench
