// SPDX-License-Identifier: Apache-2.0
#include "firmware/handout/code_picture.h"
#include "tests/screens/example_pictures.h"
#include "tests/screens/example_views.h"

namespace kiosk::test {
namespace {

using namespace std::chrono_literals;
using namespace staff;
using health::Cause;
using health::DeviceWord;
using health::Outcome;
using health::Part;

/// The end of this day, China Standard Time.
WallTime endOf(std::chrono::year_month_day day) {
    return std::chrono::sys_days(day) + 16h - 1s;
}

health::Region region(std::string_view code, bool answers = true) {
    Outcome outcome;
    if (!answers)
        outcome.fault = Cause("authority.unreachable", Remedy::wait);
    return {health::RegionCode(code), outcome};
}

health::Health everydayHealth() {
    using namespace std::chrono;
    health::Health health{.software = health::Version{0, 1, 0},
                          .at = endOf(year(2026) / 11 / 23),
                          .configuration = Outcome{},
                          .assets = Outcome{},
                          .store = Outcome{},
                          .diskFree = std::int64_t{4} << 30,
                          .memoryFree = std::int64_t{512} << 20,
                          .clock = health::ClockWord::plausible,
                          .trust = {.loaded = Outcome{},
                                    .name = health::ListName::of("3F7A-09C2"),
                                    .roots = 2,
                                    .copySigners = 2,
                                    .changed = endOf(year(2026) / 11 / 1),
                                    .firstEnd = endOf(year(2031) / 10 / 31)},
                          .cabinet = Outcome{},
                          .printer = {.paper = drivers::PaperState::full,
                                      .toner = drivers::TonerState::low,
                                      .sheetsLeft = 180},
                          .regions = {region("990000"), region("980000", false)},
                          .queue = {.waiting = 3, .dead = 1, .oldest = 42min}};
    for (const Part part : {Part::cardReader, Part::printer, Part::camera, Part::receiptPrinter,
                            Part::auxiliaries, Part::codeScanner, Part::staffCards})
        health.devices.push_back({.part = part, .state = DeviceWord::online});
    return health;
}

Facts everyday() {
    Facts facts{.health = everydayHealth(),
                .regionNames = {{"990000", "云州市"}, {"980000", "海岳省"}}};
    facts.tests[0] = TestResult{true, "2026-11-23 09:15", "technician"};
    facts.tests[1] = TestResult{false, "2026-11-23 09:20", "supervisor"};
    return facts;
}

Facts troubled() {
    Facts facts = everyday();
    auto& devices = facts.health.devices;
    devices[0] = {.part = Part::cardReader,
                  .state = DeviceWord::noDevice,
                  .why = Cause("reader.gone", Remedy::technician)};
    devices[1] = {.part = Part::printer,
                  .state = DeviceWord::userError,
                  .why = Cause("printer.paper-out", Remedy::attendant)};
    devices[2].state = DeviceWord::starting;
    return facts;
}

/// Its printer and a night's soak gave way, and nobody has tried them again.
Facts triedAndFailed() {
    using namespace health;
    Facts facts = everyday();
    const WallTime at = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + 1h + 20min;
    facts.health.tried = {{Trial::cardReader, TrialEnd::passed, at, StaffRole::technician},
                          {Trial::printer, TrialEnd::failed, at, StaffRole::supervisor},
                          {Trial::soak, TrialEnd::failed, at - 10h, StaffRole::technician}};
    return facts;
}

/// Somebody mistyped a key of its settings.
Facts refused() {
    Facts facts = everyday();
    facts.refusedConfiguration =
        Error(ErrorKind::configuration, "config.unknown-key", Remedy::configuration,
              "codeScaner is no key of the file (kiosk.json, line 41)");
    return facts;
}

/// It crashed in its printer's driver yesterday.
Facts crashed() {
    using namespace std::chrono_literals;
    Facts facts = everyday();
    const WallTime now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);
    facts.health.at = now;
    facts.health.lastEnd = {.how = ending::How::crashed,
                            .at = now - 14h,
                            .fault = ending::Fault::abrt,
                            .place = Place::printer,
                            .unasked = 2};
    return facts;
}

/// And whoever mends it has opened its door.
Facts opened() {
    Facts facts = troubled();
    facts.health.cabinet = Outcome{Cause("cabinet.opened", Remedy::technician)};
    return facts;
}

/// A kiosk that serves every province, a third of which does not answer.
Facts manyRegions() {
    Facts facts = troubled();
    facts.health.regions.clear();
    facts.regionNames.clear();
    for (int i = 1; i <= 32; ++i) {
        const std::string code = std::to_string(900000 + 100 * i);
        facts.health.regions.push_back(region(code, i % 3 != 0));
        facts.regionNames[code] = "试验省" + std::to_string(i);
    }
    return facts;
}

/// Its cable is out: no region can answer, and the cable is the cause.
Facts unplugged() {
    Facts facts = everyday();
    facts.health.network[static_cast<std::size_t>(health::Layer::link)] = false;
    facts.health.regions = {region("990000", false), region("980000", false)};
    return facts;
}

ExampleView staffView(std::string name, StaffView view) {
    return {std::move(name), withContent(visit::StartView{}), std::move(view)};
}

StaffView page(Page which, Facts facts = everyday(), int leaf = 0) {
    return PageView{Role::supervisor, which, std::move(facts), leaf};
}

/// As large as those of a kiosk in trouble; always the same, unlike signed ones.
CodesView madeCodes() {
    constexpr std::size_t kCharacters = 380;
    CodesView codes{.fingerprint = "3F7A-09C2-11D0-5E6B-77A0"};
    for (const char number : {'1', '2', '3'}) {
        const std::string text = std::string("KH1/3F7A/09C211D0/") + number + "/3/";
        codes.pictures.push_back(std::make_shared<document::Picture>(
            handout::codePicture(text + std::string(kCharacters, number), 6).value()));
    }
    return codes;
}

StaffView codesPage(CodesView codes) {
    return PageView{Role::technician, Page::codes, everyday(), 0, std::move(codes)};
}

CodesView handedOut() {
    CodesView codes = madeCodes();
    codes.printing = codes.saving = CodesView::Deed::done;
    return codes;
}

CodesView notPrinted() {
    CodesView codes = madeCodes();
    codes.error = Error(ErrorKind::device, "printer.paper-out", Remedy::attendant);
    return codes;
}

StaffView proofPage(ProofView proof) {
    return PageView{.role = Role::technician,
                    .page = Page::proof,
                    .facts = everyday(),
                    .proof = std::move(proof)};
}

constexpr const char* kChallenge = "40719532286017749035";

ProofView proved() {
    const CodesView codes = madeCodes();
    return {.challenge = kChallenge, .fingerprint = codes.fingerprint, .pictures = codes.pictures};
}

ProofView notProved() {
    return {.challenge = kChallenge,
            .error = Error(ErrorKind::unavailable, "tpm.absent", Remedy::technician)};
}

using StickDeed = StickView::Deed;
using stick::Progress;
using stick::Standing;

StaffView stickPage(Page which, StickView stick) {
    return PageView{
        .role = Role::technician, .page = which, .facts = everyday(), .stick = std::move(stick)};
}

StickView exporting() {
    return {.deed = StickDeed::exporting,
            .progress = {.stage = Progress::Stage::comparing, .percent = 40}};
}

StickView notExported() {
    return {.progress = {.stage = Progress::Stage::writing, .needs = 5'600'000, .free = 1'200'000},
            .error = Error(ErrorKind::storage, "stick.full", Remedy::technician)};
}

std::vector<stick::BundleOnStick> everyStanding() {
    const std::string board = "licence-kiosk-amd64";
    return {{"kiosk-new.raucb", 125'000'000, "0.2.0-20261201101500", board, Standing::newer},
            {"kiosk-old.raucb", 120'000'000, "0.1.0-20260901101500", board, Standing::older},
            {"kiosk-arm.raucb", 118'000'000, "0.2.0-20261201101500", "licence-kiosk-arm64",
             Standing::foreign},
            {"odd.raucb", 4'000, "", "", Standing::untrusted}};
}

StickView askedAbout(std::size_t chosen) {
    return {.bundles = everyStanding(), .chosen = chosen};
}

StickView updatesBefore() {
    using What = update::Event::What;
    const WallTime day = endOf(std::chrono::year(2026) / 11 / 20);
    StickView view{.copied = true};
    view.history = {
        {.at = day, .what = What::proven, .version = "0.1.0-20261120101500"},
        {.at = day + 24h,
         .what = What::refused,
         .version = "0.0.9-20260301101500",
         .code = "update.older",
         .older = false},
        {.at = day + 25h, .what = What::begun, .version = "0.2.0-20261201101500", .older = true}};
    return view;
}

drivers::DeviceIdentity reader(std::string serial) {
    return {
        .module = "sam-usb", .model = "SAM reader", .serial = std::move(serial), .firmware = "1.0"};
}

/// One of each state: a reader that was exchanged, a camera that is new.
std::vector<parts::PartReport> partsOnRecord() {
    using parts::PartState;
    const auto recorded = reader("05.03-20100101-000012345-012345678");
    return {{.part = "camera", .state = PartState::notOnRecord, .seen = {{.model = "Camera 720p"}}},
            {.part = "cardReader",
             .state = PartState::other,
             .seen = reader("05.03-20190101-000099999-099999999"),
             .recorded = recorded,
             .differences = {"serial"}},
            {.part = "printer", .state = PartState::asOnRecord},
            {.part = "receiptPrinter", .state = PartState::notSeen},
            {.part = "staffCards", .state = PartState::asOnRecord}};
}

StaffView partsPage(PartsView parts, std::vector<parts::PartReport> record = partsOnRecord()) {
    Facts facts = everyday();
    facts.parts = std::move(record);
    health::DeviceCounts counted{.since = std::chrono::year(2026) / 3 / 2};
    counted.counts[drivers::Count::uses] = 31'204;
    counted.counts[drivers::Count::failures] = 17;
    facts.health.counters.parts.fill(counted);
    return PageView{.role = Role::technician,
                    .page = Page::parts,
                    .facts = std::move(facts),
                    .parts = std::move(parts)};
}

PartsView notAccepted() {
    return {.error = Error(ErrorKind::refused, "parts.changed", Remedy::technician)};
}

constexpr std::int64_t kMegabyte = 1'000'000;

SoakReport heldOut() {
    return {
        .planned = 60min,
        .lasted = 60min,
        .rounds = 3601,
        .memory = {.first = 118 * kMegabyte, .last = 118 * kMegabyte, .highest = 126 * kMegabyte},
        .files = {.first = 41, .last = 41, .highest = 47},
        .end = SoakEnd::time};
}

SoakReport gaveWay() {
    SoakReport report = heldOut();
    report.memory.last = 131 * kMegabyte;
    report.failures = {{SoakPart::cardReader, {"reader.gone", Remedy::technician}, 214, 7},
                       {SoakPart::store, {"store.not-writable", Remedy::technician}, 3, 31},
                       {SoakPart::machine, {"soak.memory-grew", Remedy::supplier}, 1, 3602}};
    return report;
}

StaffView soakPage(SoakReport last) {
    Facts facts = everyday();
    facts.soak = SoakResult{{isPassed(last), "2026-11-26 17:00", "technician"}, std::move(last)};
    return page(Page::soak, std::move(facts));
}

StaffView soakUnderWay() {
    SoakReport report = heldOut();
    report.end = SoakEnd::none;
    report.rounds = 1204;
    return SoakView{std::move(report), "17:30"};
}

SoakReport stopped() {
    SoakReport report{.planned = 60min, .lasted = 4s, .rounds = 4, .end = SoakEnd::stopped};
    return report;
}

} // namespace

std::vector<ExampleView> exampleStaffViews() {
    using Phase = TestView::Phase;
    const Error jammed(ErrorKind::device, "printer.paper-jam", Remedy::attendant);
    return {
        staffView("staff-pin", PinView{.digits = 7, .canEnter = true}),
        staffView("staff-pin-wrong", PinView{.triesLeft = 2}),
        staffView("staff-locked", LockedView{5}),
        staffView("staff-refused", RefusedView{"staff.register"}),
        staffView("staff-menu", page(Page::menu)),
        staffView("staff-menu-attendant", PageView{Role::attendant, Page::menu, everyday()}),
        staffView("staff-board", page(Page::board)),
        staffView("staff-board-troubled", page(Page::board, opened())),
        staffView("staff-board-crashed", page(Page::board, crashed())),
        staffView("staff-board-refused", page(Page::board, refused())),
        staffView("staff-board-tried", page(Page::board, triedAndFailed())),
        staffView("staff-readiness", page(Page::readiness, troubled())),
        staffView("staff-readiness-many", page(Page::readiness, manyRegions(), 1)),
        staffView("staff-codes", codesPage(madeCodes())),
        staffView("staff-codes-making", codesPage({})),
        staffView("staff-codes-done", codesPage(handedOut())),
        staffView("staff-codes-not-printed", codesPage(notPrinted())),
        staffView("staff-proof", proofPage({})),
        staffView("staff-proof-typed", proofPage({.challenge = std::string(32, '8')})),
        staffView("staff-proof-making", proofPage({.challenge = kChallenge, .isMaking = true})),
        staffView("staff-proof-made", proofPage(proved())),
        staffView("staff-proof-failed", proofPage(notProved())),
        staffView("staff-stick", stickPage(Page::stick, {})),
        staffView("staff-stick-comparing", stickPage(Page::stick, exporting())),
        staffView("staff-stick-safe",
                  stickPage(Page::stick, {.exported = "kiosk-20261127-163200.zip"})),
        staffView("staff-stick-full", stickPage(Page::stick, notExported())),
        staffView("staff-update", stickPage(Page::update, updatesBefore())),
        staffView("staff-update-found", stickPage(Page::update, {.bundles = everyStanding()})),
        staffView("staff-update-ask", stickPage(Page::update, askedAbout(0))),
        staffView("staff-update-ask-older", stickPage(Page::update, askedAbout(1))),
        staffView("staff-parts", partsPage({})),
        staffView("staff-parts-none", partsPage({}, {})),
        staffView("staff-parts-ask", partsPage({.asked = partsOnRecord()[1]})),
        staffView("staff-parts-accepted", partsPage({.accepted = "cardReader"})),
        staffView("staff-parts-changed", partsPage(notAccepted())),
        staffView("staff-network-many", page(Page::network, manyRegions(), 2)),
        staffView("staff-tests", page(Page::tests)),
        staffView("staff-soak", page(Page::soak)),
        staffView("staff-soak-last", soakPage(gaveWay())),
        staffView("staff-soak-running", soakUnderWay()),
        staffView("staff-soak-passed", SoakView{heldOut(), "17:30"}),
        staffView("staff-soak-failed", SoakView{gaveWay(), "17:30"}),
        staffView("staff-soak-stopped", SoakView{stopped(), "17:30"}),
        staffView("staff-queue", page(Page::queue)),
        staffView("staff-network", page(Page::network)),
        staffView("staff-network-unplugged", page(Page::network, unplugged())),
        staffView("staff-trust", page(Page::trust)),
        staffView("staff-software", page(Page::software)),
        staffView("staff-software-crashed", page(Page::software, crashed())),
        staffView("staff-test-reader", TestView{.test = GuidedTest::cardReader}),
        staffView("staff-test-printer-jammed",
                  TestView{GuidedTest::printer, Phase::failed, jammed}),
        staffView("staff-test-camera", TestView{.test = GuidedTest::camera,
                                                .phase = Phase::asking,
                                                .picture = exampleCameraPicture(),
                                                .codeSeen = true}),
        staffView(
            "staff-test-screen",
            TestView{.test = GuidedTest::screen, .phase = Phase::asking, .targetsTouched = {0, 3}}),
    };
}

} // namespace kiosk::test
