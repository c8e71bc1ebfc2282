// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk.h"

#include "drivers/code_reader/code_search.h"
#include "firmware/app/audit_record.h"
#include "firmware/app/counter_health.h"
#include "firmware/app/last_end.h"
#include "firmware/base/log.h"
#include "firmware/visit/cabinet.h"

namespace kiosk::app {

namespace {

template <typename D>
std::optional<drivers::CallLimits> limitsOf(DriverCalls calls) {
    if (calls == DriverCalls::onWorkers)
        return std::nullopt;
    return drivers::CallLimits{.longest = D::kLongestCall};
}

} // namespace

Result<std::unique_ptr<Kiosk>> Kiosk::assemble(KioskParts parts, EventLoop& loop,
                                               const Clock& clock, RandomSource& random,
                                               const std::function<void()>& changed) {
    Stores stores{TRY(outbox::Outbox::open(parts.state / outbox::kFileName)),
                  TRY(printing::PageLedger::open(parts.state / printing::kLedgerFileName))};
    return std::unique_ptr<Kiosk>(
        new Kiosk(std::move(parts), std::move(stores), loop, clock, random, changed));
}

Kiosk::Kiosk(KioskParts parts, Stores stores, EventLoop& loop, const Clock& clock,
             RandomSource& random, const std::function<void()>& changed)
    : parts_(std::move(parts)),
      stores_(std::move(stores)),
      counters_(openCounters(loop, clock)),
      copyVerifier_(parts_.trust),
      grantVerifier_(parts_.trust),
      reader_(parts_.cardReader, clock, limitsOf<drivers::CardReader>(parts_.driverCalls),
              Place::cardReader, counters_->tallyOf("cardReader")),
      printer_(parts_.printer, clock, limitsOf<drivers::Printer>(parts_.driverCalls),
               Place::printer, counters_->tallyOf("printer")),
      receiptPrinter_(parts_.receiptPrinter, clock, limitsOf<drivers::Printer>(parts_.driverCalls),
                      Place::receiptPrinter, counters_->tallyOf("receiptPrinter")),
      camera_(parts_.camera, clock, limitsOf<drivers::Camera>(parts_.driverCalls), Place::camera,
              counters_->tallyOf("camera")),
      auxiliaries_(parts_.auxiliaries, clock, limitsOf<drivers::Auxiliaries>(parts_.driverCalls),
                   Place::auxiliaries, counters_->tallyOf("auxiliaries")),
      codeScanner_(parts_.codeScanner, clock, limitsOf<drivers::CodeSource>(parts_.driverCalls),
                   Place::codeScanner, counters_->tallyOf("codeScanner")),
      staffCards_(parts_.staffCards, clock, limitsOf<drivers::StaffCards>(parts_.driverCalls),
                  Place::staffCards, counters_->tallyOf("staffCards")),
      auditWorker_(parts_.makeWorker()),
      audit_(
          *auditWorker_, clock,
          [state = parts_.state, note = keyNote_] { return openRecord(state, note); },
          [](const Error& error) { log::tell<"audit.trouble">(error); }),
      machineWorker_(newWorker()),
      workplace_{
          .loop = loop,
          .clock = clock,
          .random = random,
          .reader = reader_,
          .readerWorker = newWorker(),
          .camera = camera_,
          .cameraWorker = newWorker(),
          .readCode = [search = std::make_shared<drivers::CodeSearch>()](
                          const drivers::Frame& frame) { return search->look(frame); },
          .codeWorker = newWorker(),
          .printer = printerCare_,
          .ledger = stores_.ledger,
          .printerWorker = newWorker(),
          .receipts = receiptDesk(),
          .regions = links(),
          .documents = parts_.documents,
          .copyVerifier = copyVerifier_,
          .grantVerifier = grantVerifier_,
          .documentWorker = newWorker(),
          .outbox = stores_.outbox,
          .storeWorker = newWorker(),
          .assistBook = {parts_.state / assist::kFileName, random, parts_.holdersPerCompanion},
          .record = [this](audit::Entry entry) { record(std::move(entry)); },
          .place = parts_.place,
          .paperTexts = parts_.paperTexts} {
    visit::Surroundings surroundings{
        .purposes = parts_.purposes, .matters = parts_.matters, .place = parts_.place};
    surroundings.acceptsSocialSecurityCards = parts_.acceptsSocialSecurityCards;
    surroundings.staff = parts_.staff;
    surroundings.typing = parts_.typing;
    surroundings.hasSlipPrinter = workplace_.receipts.has_value();
    for (const auto& authority : parts_.authorities)
        surroundings.regions.push_back(authority->region());
    visit_ = std::make_unique<visit::Visit>(workplace_, std::move(surroundings), [this, changed] {
        visitChanged();
        changed();
    });
    left_ = std::make_unique<visit::LeftWatch>(
        workplace_, [this](const visit::LeftBehind& left) { visit_->setLeftBehind(left); });
    watch_ = std::make_unique<visit::ServiceWatch>(
        workplace_, [this] { return std::holds_alternative<visit::state::Start>(visit_->state()); },
        [this](visit::Services services) { visit_->setServices(std::move(services)); });
    workplace_.somethingKept = [this] { workplace_.loop.post([this] { deliveries_->quicken(); }); };
    if (parts_.staffCards)
        staff_ = openStaffMode([this, changed] {
            noteServing();
            changed();
        });
}

std::shared_ptr<counters::CounterBook> Kiosk::openCounters(EventLoop& loop, const Clock& clock) {
    return counters::CounterBook::open(
        {.file = parts_.state / counters::kFileName,
         .today = [&clock] { return visit::localDate(clock.wall()); },
         .stirred = [this, &loop] { loop.post([this] { keepCountersSoon(); }); }});
}

/// Written behind, for a disk wears and a camera counts many pictures a second: what is counted
/// until then goes to the disk at once.
void Kiosk::keepCountersSoon() {
    constexpr std::chrono::minutes kWrittenBehind{1};
    workplace_.loop.after(kWrittenBehind, [this] {
        machineWorker_.submit([this](const std::stop_token&) {
            if (!counters_->keep())
                workplace_.loop.post([this] { keepCountersSoon(); });
        });
    });
}

void Kiosk::noteServing() {
    *serving_ = !nobodyServed() || (staff_ && staff_->isOn());
}

void Kiosk::visitChanged() {
    noteServing();
    if (cabinet_)
        cabinet_->show(visit_->lights());
    if (left_)
        left_->follow(visit_->state());
    if (staff_)
        staff_->followVisit();
    if (!std::holds_alternative<visit::state::Start>(visit_->state())) {
        recovery_->quicken();
        watch_->quicken();
    }
}

/// At the start screen, or where the cabinet keeps everybody from being served: whoever has opened
/// its door is often the one who comes with a card.
bool Kiosk::nobodyServed() const {
    return std::holds_alternative<visit::state::Start>(visit_->state()) ||
           std::holds_alternative<visit::state::OutOfService>(visit_->state());
}

std::unique_ptr<staff::StaffMode> Kiosk::openStaffMode(const std::function<void()>& changed) {
    return std::make_unique<staff::StaffMode>(
        staff::StaffPlace{.at = workplace_,
                          .cards = staffCards_,
                          .worker = newWorker(),
                          .state = parts_.state,
                          .staffRegister = parts_.staffRegister,
                          .health = healthPlace(),
                          .footprint = parts_.footprint,
                          .causeWords = parts_.causeWords,
                          .nobodyServed = [this] { return nobodyServed(); },
                          .isCalled = [this] { return visit_->heedsStaffCards(); },
                          .comes = [this](const Result<staff::Role>& role) { staffComes(role); },
                          .refusedConfiguration = parts_.refusedConfiguration,
                          .prove = parts_.prove,
                          .parts = partsPlace(),
                          .sticks = stickPlace()},
        changed);
}

std::optional<staff::PartsPlace> Kiosk::partsPlace() {
    if (!parts_.partsBook)
        return std::nullopt;
    const auto startAfresh = [places = devicePlaces()](const std::string& part) {
        for (const DevicePlace& place : places)
            if (place.part == part)
                place.startAfresh();
    };
    return staff::PartsPlace{parts_.partsBook, startAfresh};
}

std::optional<staff::StickPlace> Kiosk::stickPlace() {
    if (!parts_.connectToSticks)
        return std::nullopt;
    return staff::StickPlace{newWorker(), parts_.connectToSticks, {parts_.state / "update"}};
}

void Kiosk::staffComes(const Result<staff::Role>& role) {
    if (role)
        return visit_->staffCardLaid(std::string(staff::name(*role)));
    log::tell<"staff.card-opened-nothing">(role.error());
    record(audit::entry<"staff.card-opened-nothing">(role.error()));
    visit_->staffCardLaid(std::unexpected(role.error()));
}

std::optional<health::Outcome> Kiosk::CabinetNote::outcome() {
    const std::scoped_lock lock(mutex);
    if (!state)
        return std::nullopt;
    const auto why = visit::whyNobodyBegins(*state);
    return why ? health::Outcome{health::Cause(*why)} : health::Outcome{};
}

staff::HealthPlace Kiosk::healthPlace() {
    staff::HealthPlace place{
        .at = workplace_,
        .worker = machineWorker_,
        .state = parts_.state,
        .trust = parts_.trustHealth,
        .version = KIOSK_VERSION,
        .lastEnd = lastEndOf(parts_.endings, workplace_.clock.wall()),
        .cabinet = [note = cabinetNote_] { return note->outcome(); },
        .record = [this] { return recordHealthOf(audit_.standing()); },
        .key = [note = keyNote_] { return note->told(); },
        .counters = [book = counters_] { return counterHealthOf(book->standing()); }};
    const auto add = [&place](bool isThere, std::string name, const auto& slot) {
        if (isThere)
            place.parts.push_back({std::move(name), [&slot] { return slot.report(); }});
    };
    add(true, "cardReader", reader_);
    add(true, "printer", printer_);
    add(true, "camera", camera_);
    add(static_cast<bool>(parts_.receiptPrinter), "receiptPrinter", receiptPrinter_);
    add(static_cast<bool>(parts_.auxiliaries), "auxiliaries", auxiliaries_);
    add(static_cast<bool>(parts_.codeScanner), "codeScanner", codeScanner_);
    add(static_cast<bool>(parts_.staffCards), "staffCards", staffCards_);
    return place;
}

void Kiosk::touch(const visit::Touch& touch) {
    namespace touched = visit::touch;
    if (!staff_ || !staff_->isOn())
        return visit_->touch(touch);
    visit_->stirred(); // or the settings somebody works with would go back by themselves
    const bool movesOn = std::holds_alternative<touched::Back>(touch) ||
                         std::holds_alternative<touched::StartOver>(touch) ||
                         std::holds_alternative<touched::Finish>(touch);
    if (!movesOn && !std::holds_alternative<touched::Staff>(touch))
        visit_->touch(touch);
    staff_->touch(touch);
}

visit::VisitView Kiosk::view() const {
    visit::VisitView view = visit_->view();
    if (!staff_ || !staff_->isOn())
        return view;
    view.idleSecondsLeft = staff_->askedSecondsLeft();
    view.settings.speech.privateAloud = false; // a PIN is for nobody else's ears, whoever chose it
    return view;
}

std::optional<staff::StaffView> Kiosk::staffView() const {
    if (!staff_ || !staff_->isOn())
        return std::nullopt;
    return staff_->view();
}

/// What comes first is held against a cabinet at rest.
void Kiosk::heed(const drivers::CabinetState& cabinet) {
    drivers::CabinetState before;
    {
        const std::scoped_lock lock(cabinetNote_->mutex);
        before = cabinetNote_->state.value_or(before);
        cabinetNote_->state = cabinet;
    }
    if (cabinet.door != before.door)
        record(audit::entry<"cabinet.door">(cabinet.door == drivers::CabinetDoor::open));
    if (cabinet.tamper != before.tamper)
        record(audit::entry<"cabinet.tamper">(cabinet.tamper == drivers::TamperSensor::on));
    visit_->setCabinet(cabinet);
}

void Kiosk::begin() {
    const health::LastEnd before = lastEndOf(parts_.endings, workplace_.clock.wall());
    record(
        audit::entry<"kiosk.started">(KIOSK_VERSION, name(before.how.value_or(ending::How::none))));
    if (parts_.auxiliaries)
        cabinet_ = std::make_unique<visit::CabinetWatch>(
            workplace_.loop, workplace_.clock, auxiliaries_, newWorker(),
            [this](const drivers::CabinetState& cabinet) { heed(cabinet); });
    if (parts_.codeScanner)
        scannerWatch_ = std::make_unique<visit::ScannerWatch>(
            workplace_.loop, workplace_.clock, codeScanner_, newWorker(),
            [this](const std::string& text) { visit_->codeScanned(text); });
    recovery_ = std::make_unique<visit::Recovery>(
        workplace_, [this](const visit::InterruptedCopy& copy) { visit_->tellInterrupted(copy); });
    deliveries_ = std::make_unique<visit::Deliveries>(workplace_);
    assistDay_ = std::make_unique<visit::AssistDay>(workplace_);
    watch_->begin();
    if (staff_)
        staff_->begin();
    if (parts_.watchDevices)
        hotPlug_ = parts_.watchDevices([this](const drivers::DeviceNews& news) { heed(news); });
}

Kiosk::~Kiosk() {
    constexpr std::chrono::seconds kForTheDisk{2};
    hotPlug_.reset();
    workers_.clear();
    static_cast<void>(counters_->keep()); // told where it could not
    audit_.finish(kForTheDisk);
    keyNote_->leave();
    auditWorker_.reset();
}

/// On the watch's thread. Which device it is shows when it is opened: whoever plugs something in is
/// at the cabinet, and each device is worth a try then.
void Kiosk::heed(const drivers::DeviceNews& news) {
    const bool hasArrived = news.what == drivers::DeviceNews::What::arrived;
    log::tell<"device.plugged">(hasArrived ? "arrived" : "left");
    if (hasArrived) {
        reader_.startAfresh();
        printer_.startAfresh();
        receiptPrinter_.startAfresh();
        camera_.startAfresh();
        auxiliaries_.startAfresh();
        codeScanner_.startAfresh();
        staffCards_.startAfresh();
    }
    workplace_.loop.post([this] { watch_->askDevices(); });
}

template <typename D>
DevicePlace Kiosk::placeOf(const std::string& part, drivers::Slot<D>& slot) {
    return {.part = part,
            .report = [&slot] { return slot.report(); },
            .startAfresh =
                [this, &slot] {
                    slot.startAfresh();
                    workplace_.loop.post([this] { watch_->askDevices(); });
                }};
}

std::vector<DevicePlace> Kiosk::devicePlaces() {
    std::vector<DevicePlace> places{placeOf("cardReader", reader_), placeOf("printer", printer_),
                                    placeOf("camera", camera_)};
    if (parts_.receiptPrinter)
        places.push_back(placeOf("receiptPrinter", receiptPrinter_));
    if (parts_.auxiliaries)
        places.push_back(placeOf("auxiliaries", auxiliaries_));
    if (parts_.codeScanner)
        places.push_back(placeOf("codeScanner", codeScanner_));
    if (parts_.staffCards)
        places.push_back(placeOf("staffCards", staffCards_));
    return places;
}

ServiceDesk Kiosk::serviceDesk() {
    StrangePages pages{
        .count = [this] { return stores_.ledger.strangePages(); },
        .accept =
            [this] {
                record(audit::entry<"pages.explained">(stores_.ledger.strangePages()));
                workplace_.printerWorker.submit([this](const std::stop_token&) {
                    static_cast<void>(stores_.ledger.acceptStrangePages(workplace_.clock.wall()));
                });
            }};
    const auto health = std::make_shared<staff::HealthDesk>(healthPlace());
    return {devicePlaces(),
            std::move(pages),
            parts_.partsBook,
            workplace_.clock,
            [health] { return health->gather(); },
            [serving = serving_] { return serving->load(); },
            [this](audit::Entry entry) { record(std::move(entry)); }};
}

Worker& Kiosk::newWorker() {
    return *workers_.emplace_back(parts_.makeWorker());
}

std::optional<visit::PrinterDesk> Kiosk::receiptDesk() {
    if (!parts_.receiptPrinter)
        return std::nullopt;
    return visit::PrinterDesk{receiptCare_, newWorker()};
}

std::vector<visit::RegionLink> Kiosk::links() {
    std::vector<visit::RegionLink> links;
    links.reserve(parts_.authorities.size());
    for (const auto& authority : parts_.authorities)
        links.push_back({*authority, newWorker()});
    return links;
}

} // namespace kiosk::app
