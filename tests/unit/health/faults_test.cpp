// SPDX-License-Identifier: Apache-2.0
#include <functional>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/health/devices.h"
#include "firmware/health/doctor_text.h"
#include "firmware/health/open_metrics.h"
#include "firmware/health/report.h"
#include "tests/unit/health/sample_health.h"

namespace kiosk::health {

namespace {

using namespace std::chrono_literals;

/// What is done to a sound kiosk, and what the doctor must say of it.
struct Planted {
    std::string_view code;
    Remedy remedy;
    bool stops;
    std::function<void(Health&)> plant;
};

Outcome failing(std::string_view code, Remedy remedy) {
    return {Cause(code, remedy)};
}

std::function<void(Health&)> device(std::size_t index, DeviceWord word) {
    return [index, word](Health& health) {
        health.devices[index].state = word;
        health.devices[index].faults = 1;
    };
}

std::function<void(Health&)> printerSays(const std::function<void(drivers::PrinterStatus&)>& so) {
    return [so](Health& health) {
        drivers::PrinterStatus status{.device = drivers::DeviceState::online,
                                      .paper = drivers::PaperState::full,
                                      .toner = drivers::TonerState::full};
        so(status);
        health.devices[1] = withPrinter(health.devices[1], status);
        health.printer = printerOf(status);
    };
}

std::function<void(Health&)> ended(ending::How how) {
    return [how](Health& health) { health.lastEnd.how = how; };
}

std::vector<Planted> plantedFaults() {
    using enum Remedy;
    using drivers::PaperState;
    using drivers::PrinterStatus;
    using drivers::TonerState;
    return {
        {"config.syntax", configuration, true,
         [](Health& h) { h.configuration = failing("config.syntax", configuration); }},
        {"config.unreadable", configuration, true,
         [](Health& h) { h.assets = failing("config.unreadable", configuration); }},
        {"store.not-writable", technician, true,
         [](Health& h) { h.store = failing("store.not-writable", technician); }},
        {"disk.full", technician, true, [](Health& h) { h.diskFree = (32 << 20) - 1; }},
        {"disk.low", technician, false, [](Health& h) { h.diskFree = 32 << 20; }},
        {"disk.failing", technician, false, [](Health& h) { h.diskErrors = 1; }},
        {"disk.not-encrypted", technician, false,
         [](Health& h) { h.atRest = AtRest::plainBesideTpm; }},
        {"memory.low", technician, false, [](Health& h) { h.memoryFree = 63 << 20; }},
        {"board.hot", technician, false, [](Health& h) { h.celsius = 85; }},
        {"clock.behind", technician, true, [](Health& h) { h.clock = ClockWord::behind; }},
        {"clock.ahead", technician, true, [](Health& h) { h.clock = ClockWord::ahead; }},
        {"trust.unreadable", configuration, true,
         [](Health& h) { h.trust.loaded = failing("trust.unreadable", configuration); }},
        {"trust.empty", configuration, true, [](Health& h) { h.trust.roots = 0; }},
        {"trust.old", configuration, false, [](Health& h) { h.trust.changed = *h.at - 91 * 24h; }},
        {"trust.ending", configuration, false,
         [](Health& h) { h.trust.firstEnd = *h.at + 29 * 24h; }},
        {"cabinet.opened", technician, true,
         [](Health& h) { h.cabinet = failing("cabinet.opened", technician); }},
        {"device.offline", technician, true, device(0, DeviceWord::offline)},
        {"device.off", attendant, true, device(1, DeviceWord::powerOff)},
        {"device.missing", technician, true, device(2, DeviceWord::noDevice)},
        {"device.broken", technician, true, device(0, DeviceWord::hardwareError)},
        {"device.needs-hand", attendant, true, device(0, DeviceWord::userError)},
        {"device.tampered", technician, true, device(0, DeviceWord::fraudAttempt)},
        {"device.other-part", technician, true, device(0, DeviceWord::potentialFraud)},
        {"device.missing", technician, false,
         [](Health& h) { h.devices.push_back({Part::codeScanner, DeviceWord::noDevice}); }},
        {"printer.paper-jam", attendant, true,
         printerSays([](PrinterStatus& s) { s.paper = PaperState::jammed; })},
        {"printer.cover-open", attendant, true,
         printerSays([](PrinterStatus& s) { s.coverOpen = true; })},
        {"printer.paper-out", attendant, true,
         printerSays([](PrinterStatus& s) { s.paper = PaperState::out; })},
        {"printer.toner-out", attendant, true,
         printerSays([](PrinterStatus& s) { s.toner = TonerState::out; })},
        {"printer.not-ready", technician, true,
         printerSays([](PrinterStatus& s) { s.device = drivers::DeviceState::hardwareError; })},
        {"printer.paper-low", attendant, false,
         printerSays([](PrinterStatus& s) { s.paper = PaperState::low; })},
        {"printer.toner-low", attendant, false,
         printerSays([](PrinterStatus& s) { s.toner = TonerState::low; })},
        {"ledger.strange-pages", technician, false, [](Health& h) { h.printer.strangePages = 1; }},
        {"network.no-link", attendant, true, [](Health& h) { h.network[0] = false; }},
        {"network.no-address", configuration, true, [](Health& h) { h.network[1] = false; }},
        {"network.no-name", configuration, true, [](Health& h) { h.network[2] = false; }},
        {"authority.untrusted", configuration, true,
         [](Health& h) { h.regions[1].answers = failing("authority.untrusted", configuration); }},
        {"authority.out-of-service", wait, true,
         [](Health& h) { h.regions[0].answers = failing("authority.out-of-service", wait); }},
        {"audit.deleted", technician, false,
         [](Health& h) { h.record.whole = failing("audit.deleted", technician); }},
        {"key.not-sealed", technician, false,
         [](Health& h) {
             h.key.place = KeyPlace::file;
             h.key.hasBetter = true;
         }},
        {"tpm.other", technician, false,
         [](Health& h) { h.key.signs = failing("tpm.other", technician); }},
        {"test.failed", technician, false,
         [](Health& h) { h.tried->at(1).end = TrialEnd::failed; }},
        {"queue.given-up", supplier, false, [](Health& h) { h.queue.dead = 1; }},
        {"ending.crashed", supplier, false, ended(ending::How::crashed)},
        {"ending.frozen", supplier, false, ended(ending::How::frozen)},
        {"ending.killed", technician, false, ended(ending::How::killed)},
        {"ending.power-lost", attendant, false, ended(ending::How::powerLost)},
        {"queue.old", technician, false, [](Health& h) { h.queue.oldest = 24h + 1s; }},
    };
}

} // namespace

TEST_CASE("D12 of every planted fault the doctor names cause and who must act, and nothing else") {
    for (const Planted& planted : plantedFaults()) {
        CAPTURE(planted.code);
        Health health = tests::soundHealth();
        planted.plant(health);
        const auto findings = findingsOf(health);
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].cause == Cause(planted.code, planted.remedy));
        CHECK(findings[0].stops.isEmpty() != planted.stops);
        CHECK(isReady(health) != planted.stops);
        const std::string told = doctorText(reportOf(health)).value();
        CHECK(told.find("1. " + std::string(planted.code) + " (" +
                        std::string(name(planted.remedy)) + ": " +
                        std::string(advice(planted.remedy)) + ")") != std::string::npos);
        CHECK(told.find("\n2. ") == std::string::npos);
    }
}

TEST_CASE(
    "G5 an end that nobody asked for is told for as long as it matters, and known afterwards") {
    using ending::How;
    for (const auto& [how, told] : {std::pair(How::crashed, 168h), std::pair(How::frozen, 168h),
                                    std::pair(How::killed, 168h), std::pair(How::powerLost, 24h)}) {
        CAPTURE(ending::name(how));
        Health health = tests::soundHealth();
        health.lastEnd = {.how = how,
                          .at = *health.at - told,
                          .fault = ending::Fault::segv,
                          .place = Place::printer,
                          .unasked = 1};
        REQUIRE(findingsOf(health).size() == 1);
        CHECK(findingsOf(health).front().stops.isEmpty());
        *health.lastEnd.at -= 1s;
        CHECK(findingsOf(health).empty());
        const auto facts = reportOf(health)["facts"]["ending"];
        CHECK(facts["how"] == ending::name(how));
        CHECK(facts["place"] == "printer");
        CHECK(facts["fault"] == "segv");
        CHECK(facts["unasked"] == 1);
        CHECK(facts["age_seconds"] == std::chrono::seconds(told).count() + 1);
    }
}

TEST_CASE("G2 a test that failed is told until a later one passed, and no age of one is a fault") {
    Health health = tests::soundHealth();
    Tried& printer = health.tried->at(1);
    printer = {Trial::printer, TrialEnd::failed, *health.at - 24h * 400, StaffRole::technician};
    REQUIRE(findingsOf(health).size() == 1);
    CHECK(findingsOf(health)[0].fact == "test_end");
    CHECK(findingsOf(health)[0].label == "printer");
    printer.end = TrialEnd::passed; // a year ago
    CHECK(findingsOf(health).empty());
    printer.end = TrialEnd::brokenOff;
    CHECK(findingsOf(health).empty());
    health.tried->clear(); // never
    CHECK(findingsOf(health).empty());
    CHECK(reportOf(health)["facts"]["test"]["end"].empty());
    health.tried.reset(); // a book that nobody can read
    CHECK(findingsOf(health).empty());
    CHECK(reportOf(health)["facts"]["test"]["end"]["soak"].is_null());
}

TEST_CASE("G2 what staff tried is told by what, when, how and role, to people and to machines") {
    Health health = tests::soundHealth();
    health.tried->at(4).end = TrialEnd::failed;
    const auto test = reportOf(health)["facts"]["test"];
    CHECK(test["end"]["camera"] == "passed");
    CHECK(test["end"]["soak"] == "failed");
    CHECK(test["role"]["soak"] == "supervisor");
    CHECK(test["time_seconds"]["soak"] == 1'795'392'000 - 190 * 3600);
    const std::string told = doctorText(reportOf(health)).value();
    CHECK(told.find("\nTried:\ncardReader       passed, 2026-11-14T16:00:00Z, technician\n") !=
          std::string::npos);
    CHECK(told.find("\nsoak             FAILED, 2026-11-15T02:00:00Z, supervisor\n") !=
          std::string::npos);
    const std::string metrics = openMetricsOf(health);
    CHECK(metrics.find("kiosk_test_end{trial=\"soak\",kiosk_test_end=\"failed\"} 1\n") !=
          std::string::npos);
    CHECK(metrics.find("kiosk_test_time_seconds{trial=\"soak\"} 1794708000\n") !=
          std::string::npos);
}

TEST_CASE("G6 the codes hold all of a report but what staff tried, and of that what failed") {
    Health health = tests::soundHealth();
    health.tried->at(1).end = TrialEnd::failed;
    auto report = reportOf(health);
    const auto codes = forCodes(report);
    CHECK(codes["findings"][0]["why"]["code"] == "test.failed");
    report["facts"].erase("test");
    CHECK(codes == report);
    CHECK(forCodes(codes) == codes);
    CHECK(forCodes(nlohmann::json(7)) == 7);
}

TEST_CASE("D12 of a sound kiosk nothing is said to be wrong") {
    CHECK(findingsOf(tests::soundHealth()).empty());
    const std::string told = doctorText(reportOf(tests::soundHealth())).value();
    CHECK(told.find("\nNothing is wrong.\n") != std::string::npos);
    CHECK(told.find("Not known") == std::string::npos);
}

TEST_CASE(
    "D12 what keeps a service away is told before warnings, what others rest on first of all") {
    Health health = tests::soundHealth();
    health.memoryFree = 0;
    health.trust.changed = *health.at - 200 * 24h;
    health.regions[0].answers = failing("authority.unreachable", Remedy::wait);
    health.network[0] = false;
    health.clock = ClockWord::behind;
    std::vector<std::string> codes;
    for (const Finding& finding : findingsOf(health))
        codes.push_back(finding.cause.code());
    CHECK(codes == std::vector<std::string>{"clock.behind", "network.no-link",
                                            "authority.unreachable", "trust.old", "memory.low"});
}

TEST_CASE("U11 a fault keeps away what rests on it, and nothing else") {
    Health health = tests::soundHealth();
    device(2, DeviceWord::noDevice)(health);
    health.regions[1].answers = failing("authority.unreachable", Remedy::wait);
    std::vector<std::optional<bool>> ready;
    for (const Readiness& readiness : readinessOf(health))
        ready.push_back(readiness.ready);
    CHECK(ready == std::vector<std::optional<bool>>{true, true, false, true, false});
}

} // namespace kiosk::health
