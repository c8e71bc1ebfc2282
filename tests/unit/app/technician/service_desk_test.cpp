// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/app/technician/service_desk.h"
#include "firmware/health/report.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::app {

namespace {

using namespace std::chrono_literals;
using drivers::SlotReport;
using nlohmann::json;

const drivers::DeviceIdentity kPrinter{
    .module = "ipp", .model = "Printer", .serial = "7", .port = "ipp://localhost"};

/// A desk for two devices, and what it made of them.
struct Desk {
    tests::TemporaryFolder folder;
    tests::ManualClock clock;
    std::shared_ptr<parts::PartsBook> book =
        parts::PartsBook::open(folder.path() / parts::kPartsFileName).value();
    SlotReport printer{.state = SlotReport::State::technician,
                       .identity = kPrinter,
                       .lastError = Error(ErrorKind::timedOut, "printer.silent", Remedy::technician,
                                          "no answer \xff"),
                       .faults = 6,
                       .nextTry = clock.steady() + 90s};
    int readerTries = 0;
    int printerTries = 0;
    int strange = 3;
    ServiceDesk desk{{{"cardReader", [] { return SlotReport{}; }, [this] { ++readerTries; }},
                      {"printer", [this] { return printer; }, [this] { ++printerTries; }}},
                     {[this] { return strange; }, [this] { strange = 0; }},
                     book,
                     clock};

    json ask(std::string_view question) { return json::parse(desk.answer(question)); }
};

} // namespace

TEST_CASE("D3 the desk tells how each device stands, its last error and when it is tried again") {
    Desk at;
    at.clock.advance(30s);
    const json devices = at.ask(R"({"ask": "devices"})")["devices"];
    REQUIRE(devices.size() == 2);
    CHECK(devices[0]["part"] == "cardReader");
    CHECK(devices[0]["state"] == "untried");
    CHECK_FALSE(devices[0].contains("nextTryInSeconds"));
    CHECK(devices[1]["state"] == "technician");
    CHECK(devices[1]["identity"]["serial"] == "7");
    CHECK(devices[1]["faults"] == 6);
    CHECK(devices[1]["lastError"]["code"] == "printer.silent");
    CHECK(devices[1]["lastError"]["remedy"] == "technician");
    CHECK(devices[1]["nextTryInSeconds"] == 60);
    at.clock.advance(10min);
    CHECK(at.ask(R"({"ask": "devices"})")["devices"][1]["nextTryInSeconds"] == 0);
}

TEST_CASE("D3 a technician's word is for one device or for all, and no other") {
    Desk at;
    CHECK(at.ask(R"({"do": "retry", "part": "printer"})")["done"] == true);
    CHECK(at.printerTries == 1);
    CHECK(at.readerTries == 0);
    CHECK(at.ask(R"({"do": "retry"})")["done"] == true);
    CHECK(at.printerTries == 2);
    CHECK(at.readerTries == 1);
    CHECK(at.ask(R"({"do": "retry", "part": "toaster"})")["error"]["code"] == "service.no-part");
    CHECK(at.printerTries == 2);
}

TEST_CASE("D14 a part is accepted at the desk, and tried at once") {
    Desk at;
    CHECK(at.ask(R"({"do": "accept", "part": "printer"})")["error"]["code"] == "parts.not-seen");
    CHECK(at.printerTries == 0);
    REQUIRE(at.book->note("printer", kPrinter, parts::OtherPart::isTold));
    CHECK(at.ask(R"({"ask": "devices"})")["parts"][0]["state"] == "not on record");
    CHECK(at.ask(R"({"do": "accept", "part": "printer"})")["done"] == true);
    CHECK(at.printerTries == 1);
    const json part = at.ask(R"({"ask": "devices"})")["parts"][0];
    CHECK(part["state"] == "as on record");
    CHECK(part["recorded"]["serial"] == "7");
}

TEST_CASE("S4 strange pages are told at the desk until a technician accepts them") {
    Desk at;
    CHECK(at.ask(R"({"ask": "devices"})")["strangePages"] == 3);
    CHECK(at.ask(R"({"do": "acceptPages"})")["done"] == true);
    CHECK(at.ask(R"({"ask": "devices"})")["strangePages"] == 0);
}

TEST_CASE("O3 the desk tells the kiosk's health as it is when it is asked, in one line") {
    Desk at;
    CHECK(at.ask(R"({"ask": "health"})")["error"]["code"] == "service.question");
    health::Health health;
    ServiceDesk desk{{}, {}, nullptr, at.clock, [&health] { return health; }};
    CHECK(json::parse(desk.answer(R"({"ask": "health"})")) == health::reportOf(health));
    health.diskFree = 0;
    const std::string told = desk.answer(R"({"ask": "health"})");
    CHECK(json::parse(told)["findings"][0]["why"]["code"] == "disk.full");
    CHECK(told.find('\n') == std::string::npos);
}

TEST_CASE("D3 a question that is none is answered as that") {
    Desk at;
    for (const std::string_view question :
         {"", "{", "7", "[]", "{}", R"({"ask": 7})", R"({"do": "format"})"}) {
        CAPTURE(question);
        CHECK(at.ask(question)["error"]["code"] == "service.question");
    }
}

} // namespace kiosk::app
