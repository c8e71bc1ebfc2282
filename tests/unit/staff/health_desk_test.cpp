// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/printer/simulated/simulated_printer.h"
#include "firmware/staff/fact_desk.h"
#include "firmware/staff/handout_desk.h"
#include "firmware/staff/test_book.h"
#include "tests/support/manual_clock.h"
#include "tests/support/passing_authority.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::staff {

namespace {

using namespace std::chrono_literals;
using health::Health;

/// Keeps what it is given until somebody lets it run: a slow device or region.
class SlowWorker final : public Worker {
public:
    void submit(Job job) override { jobs_.push_back(std::move(job)); }
    void cancelAll() override { jobs_.clear(); }

    std::size_t waiting() const { return jobs_.size(); }
    void run() {
        for (Job& job : std::exchange(jobs_, {}))
            job(std::stop_token{});
    }

private:
    std::vector<Job> jobs_;
};

/// A region that is asked for nothing but its catalogue.
class AskedRegion final : public tests::PassingAuthority {
public:
    explicit AskedRegion(Region region) : PassingAuthority(nullptr), region_(std::move(region)) {}

    std::optional<Error> fault;

    const Region& region() const override { return region_; }
    Result<std::vector<authority::CatalogueEntry>> catalogue(std::stop_token /*stop*/) override {
        if (fault)
            return std::unexpected(*fault);
        return {};
    }

private:
    Region region_;
};

template <typename D>
typename drivers::Slot<D>::Open none() {
    return [] {
        return Result<std::shared_ptr<D>>(
            fail(ErrorKind::unavailable, "device.missing", Remedy::technician));
    };
}

drivers::Slot<drivers::Printer>::Open opening(drivers::SimulatedPrinter& printer) {
    return [&printer]() -> Result<std::shared_ptr<drivers::Printer>> {
        return std::shared_ptr<drivers::Printer>(std::shared_ptr<void>(), &printer);
    };
}

/// A kiosk of two regions, of which the second is slow, with a slip printer.
struct Place {
    tests::TemporaryFolder folder;
    tests::ManualClock clock;
    EventLoop loop{clock};
    SeededRandom random{1};
    InlineWorker worker;
    SlowWorker slow;
    SlowWorker machine;
    drivers::Slot<drivers::CardReader> reader{none<drivers::CardReader>(), clock};
    drivers::Slot<drivers::Camera> camera{none<drivers::Camera>(), clock};
    drivers::Slot<drivers::StaffCards> cards{none<drivers::StaffCards>(), clock};
    drivers::SimulatedPrinter sheets{clock};
    drivers::SimulatedPrinter strips{clock};
    drivers::Slot<drivers::Printer> printer{opening(sheets), clock};
    drivers::Slot<drivers::Printer> roll{opening(strips), clock};
    printing::PrinterCare printerCare{printer};
    printing::PrinterCare rollCare{roll};
    printing::PageLedger ledger = printing::PageLedger::open(folder.path() / "ledger.db").value();
    outbox::Outbox outbox = outbox::Outbox::open(folder.path() / outbox::kFileName).value();
    verify::CopyVerifier copies{verify::TrustList{}};
    verify::GrantVerifier grants{verify::TrustList{}};
    AskedRegion quick{{"990000", "云州市"}};
    AskedRegion late{{"980000", "海岳省"}};
    visit::Workplace at{.loop = loop,
                        .clock = clock,
                        .random = random,
                        .reader = reader,
                        .readerWorker = worker,
                        .camera = camera,
                        .cameraWorker = worker,
                        .readCode = {},
                        .codeWorker = worker,
                        .printer = printerCare,
                        .ledger = ledger,
                        .printerWorker = worker,
                        .receipts = visit::PrinterDesk{rollCare, worker},
                        .regions = {{quick, worker}, {late, slow}},
                        .documents = {},
                        .copyVerifier = copies,
                        .grantVerifier = grants,
                        .documentWorker = worker,
                        .outbox = outbox,
                        .storeWorker = worker,
                        .assistBook = {folder.path() / "assist.json", random, 3},
                        .place = {},
                        .paperTexts = {}};

    HealthPlace health() {
        HealthPlace place{
            .at = at, .worker = machine, .state = folder.path(), .version = "0.1.0", .cabinet = [] {
                return std::nullopt;
            }};
        place.trust.changed = clock.wall() - 24h;
        place.parts = {{"printer", [this] { return printer.report(); }},
                       {"receiptPrinter", [this] { return roll.report(); }}};
        return place;
    }

    StaffPlace staff() {
        return {.at = at,
                .cards = cards,
                .worker = worker,
                .state = folder.path(),
                .health = health(),
                .nobodyServed = [] { return true; }};
    }
};

const Error kAway(ErrorKind::unavailable, "authority.unreachable", Remedy::wait);

} // namespace

TEST_CASE("G1 what is known at once is told at once, and each answer when it comes") {
    Place place;
    StaffPlace staff = place.staff();
    std::vector<Health> told;
    FactDesk desk(staff, [&told](const Facts& facts) { told.push_back(facts.health); });
    desk.gather();
    REQUIRE(told.size() == 1);
    CHECK(told[0].software == health::Version{0, 1, 0});
    CHECK(told[0].clock == health::ClockWord::plausible);
    REQUIRE(told[0].devices.size() == 2);
    REQUIRE(told[0].regions.size() == 2);
    CHECK_FALSE(told[0].regions[0].answers);
    place.loop.runReady();
    // A slow region and a slow disk keep nothing else from being shown.
    CHECK(told.back().regions[0].answers == health::Outcome{});
    CHECK(told.back().printer.paper == drivers::PaperState::full);
    CHECK(told.back().queue.waiting == 0);
    CHECK_FALSE(told.back().regions[1].answers);
    CHECK_FALSE(told.back().store);
    place.clock.advance(HealthDesk::kPatience * 3); // and may come as late as it likes
    place.late.fault = kAway;
    place.slow.run();
    place.machine.run();
    place.loop.runReady();
    CHECK(told.back().regions[1].answers == health::Outcome{health::Cause(kAway)});
    CHECK(told.back().store == health::Outcome{});
    CHECK(told.back().diskFree > 0);
}

TEST_CASE("G1 the slip printer's paper is told as its own, and the kiosk's supplies are not its") {
    Place place;
    place.strips.putSheets(0);
    HealthDesk desk(place.health());
    desk.ask({});
    const Health health = desk.known();
    CHECK(health.devices[0].state == health::DeviceWord::online);
    CHECK(health.devices[1].state == health::DeviceWord::userError);
    CHECK(health.devices[1].why == health::Cause("printer.paper-out", Remedy::attendant));
    CHECK(health.printer.paper == drivers::PaperState::full);
    CHECK(health.printer.strangePages == 0);
}

TEST_CASE("G1 a question under way is not asked twice, and an answer counts until the next one") {
    Place place;
    HealthDesk desk(place.health());
    desk.ask({});
    desk.ask({});
    CHECK(place.slow.waiting() == 1);
    place.slow.run();
    CHECK(desk.known().regions[1].answers == health::Outcome{});
    desk.ask({}); // and while it is asked again
    CHECK(place.slow.waiting() == 1);
    CHECK(desk.known().regions[1].answers == health::Outcome{});
    place.clock.advance(HealthDesk::kCounts + 1ms);
    CHECK_FALSE(desk.known().regions[1].answers); // but not for ever
    place.late.fault = kAway;
    place.slow.run();
    CHECK(desk.known().regions[1].answers->fault == health::Cause(kAway));
}

TEST_CASE("G1 a printer that no longer answers says nothing of its paper") {
    Place place;
    HealthDesk desk(place.health());
    desk.ask({});
    REQUIRE(desk.known().printer.paper == drivers::PaperState::full);
    place.sheets.setCable(drivers::SimulatedPrinter::Cable::pulled);
    desk.ask({});
    CHECK_FALSE(desk.known().printer.paper);
    CHECK(desk.known().devices[0].state != health::DeviceWord::online);
}

TEST_CASE("S3 the page's answer is the proof for its challenge, under the kiosk's own key") {
    Place place;
    StaffPlace staff = place.staff();
    std::vector<event::Proved> told;
    HandoutDesk desk(
        staff, [&told](const Event& event) { told.push_back(std::get<event::Proved>(event)); });
    const auto proved = [&](const std::string& challenge) {
        desk.prove(challenge);
        place.loop.runReady();
        return told.back();
    };
    CHECK(proved("4071953228601774").made.error().code() == "handout.no-proof"); // nobody can say
    const auto key =
        handout::DeviceKey::openOrMake(place.folder.path() / handout::kKeyFileName).value();
    std::string answer;
    staff.prove = [&](const handout::Challenge& challenge) -> Result<std::string> {
        answer = TRY(handout::prove({.version = "0.1.0"}, challenge, place.clock.wall(), key));
        return answer;
    };
    CHECK(proved("407").made.error().code() == "handout.no-proof"); // no challenge
    const event::Proved came = proved("4071953228601774");
    CHECK(came.challenge == "4071953228601774");
    REQUIRE(came.made);
    CHECK(came.made->fingerprint == key.fingerprint());
    CHECK_FALSE(came.made->pictures.empty());
    CHECK(handout::judge(answer, {.challenge = "4071953228601774",
                                  .fingerprint = key.fingerprint(),
                                  .now = place.clock.wall()})
              .verdict == handout::ProofVerdict::proven);
    staff.prove = [](const handout::Challenge&) -> Result<std::string> { return "{}"; };
    CHECK(proved("4071953228601774").made.error().code() == "handout.no-proof");
}

TEST_CASE("O3 the pages know why a configuration was refused, from the first moment on") {
    Place place;
    StaffPlace staff = place.staff();
    staff.refusedConfiguration =
        Error(ErrorKind::configuration, "config.syntax", Remedy::configuration, "line 3");
    std::optional<Error> told;
    FactDesk desk(staff, [&told](const Facts& facts) { told = facts.refusedConfiguration; });
    desk.gather();
    CHECK(told == staff.refusedConfiguration);
}

TEST_CASE("G2 the pages know regions by name, and what staff found") {
    Place place;
    StaffPlace staff = place.staff();
    REQUIRE(keepResult(place.folder.path() / kTestsFileName, GuidedTest::printer,
                       {true, "2026-11-23 18:00", "technician"}));
    Facts told;
    FactDesk desk(staff, [&told](const Facts& facts) { told = facts; });
    desk.gather();
    place.loop.runReady();
    CHECK(regionName(told, "980000") == "海岳省");
    REQUIRE(told.tests[1]);
    CHECK(told.tests[1]->passed);
    CHECK_FALSE(told.tests[0]);
}

} // namespace kiosk::staff
