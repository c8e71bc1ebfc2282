// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/command.h"
#include "firmware/app/technician/service_desk.h"
#include "firmware/app/technician/service_socket.h"
#include "firmware/base/files.h"
#include "firmware/health/report.h"
#include "tests/support/caught_output.h"
#include "tests/support/fake_ipp_server.h"
#include "tests/support/manual_clock.h"
#include "tests/support/pty_board.h"
#include "tests/support/sample_licences.h"
#include "tests/unit/app/kioskctl/sample_config.h"
#include "tests/unit/health/sample_health.h"
#include "tests/unit/health/schema_check.h"

namespace kiosk::app {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using tests::FakeIppReply;

/// A printer that says this of itself.
FakeIppReply ippReply(const std::string& request, const std::string& reason) {
    FakeIppReply reply(request, 0);
    reply.group(FakeIppReply::Tag::printerGroup)
        .number(FakeIppReply::Tag::enumeration, "printer-state", reason == "none" ? 3 : 5)
        .text(FakeIppReply::Tag::keyword, "printer-state-reasons", reason);
    return reply;
}

/// A kiosk that does not run: its folder, as a technician would find it.
struct Cabinet {
    tests::SampleOffice office;
    tests::TemporaryFolder folder;
    std::string reason = "none"; ///< what the printer says
    tests::FakeIppServer printer{
        [this](const std::string& request) { return ippReply(request, reason).http(); }};
    std::filesystem::path file = folder.path() / "kiosk.json";
    std::filesystem::path root = folder.path() / "trust" / "root.pem";
    json config = sampleConfig();

    Cabinet() {
        std::filesystem::create_directories(folder.path() / "state");
        std::filesystem::create_directories(root.parent_path());
        REQUIRE(writeFile(root, bytesOf(office.issuer().rootPem())));
        config["printer"] = {{"module", "ipp"}, {"at", printer.uri()}};
        put(config.dump(2));
    }
    void put(std::string_view text) const { REQUIRE(writeFile(file, bytesOf(text))); }
    void with(const std::string& key, const json& value) {
        config[key] = value;
        put(config.dump(2));
    }
    /// The list's file is as old as that: younger than now where it is negative.
    void ageTrust(std::chrono::hours age) const {
        std::filesystem::last_write_time(root, std::filesystem::file_time_type::clock::now() - age);
    }

    tests::CaughtOutput doctor(bool isJson) const {
        const std::string path = file.string();
        std::vector<std::string_view> words{"--config", path};
        if (isJson)
            words.emplace_back("--json");
        return tests::catchOutput([&] { return doctorCommands().front().run(words); });
    }
    json report() const { return json::parse(doctor(true).out); }
    /// Where in the list of findings this cause stands, and that the text says the same.
    json finding(const std::string& code) const {
        const auto text = doctor(false);
        const json told = report();
        for (const json& finding : told["findings"])
            if (finding["why"]["code"] == code) {
                CHECK(text.out.find(". " + code + " (" +
                                    finding["why"]["remedy"].get<std::string>() + ": ") !=
                      std::string::npos);
                return finding;
            }
        FAIL_CHECK(code << " is not found in " << text.out);
        return {{"why", {{"remedy", ""}}}, {"stops", json::array()}};
    }
    std::string remedyFor(const std::string& code) const { return finding(code)["why"]["remedy"]; }
};

/// The same kiosk, running.
struct Running {
    Cabinet cabinet;
    health::Health health = tests::soundHealth();
    tests::ManualClock clock;
    std::shared_ptr<ServiceDesk> desk = std::make_shared<ServiceDesk>(
        std::vector<DevicePlace>{}, StrangePages{[] { return 0; }, [] {}}, nullptr, clock,
        [this] { return health; });
    std::unique_ptr<ServiceSocket> socket =
        ServiceSocket::open(
            cabinet.folder.path() / "state" / kServiceSocketName,
            [desk = desk](std::string_view question) { return desk->answer(question); })
            .value();
};

} // namespace

TEST_CASE("O3 a configuration with a typo is told by line and reason, and by who must act") {
    Cabinet at;
    at.put("{\n  \"place\": \"here\",\n  \"assets\" \"assets\"\n}\n");
    const auto output = at.doctor(false);
    CHECK(output.exitCode == kExitNotValid);
    CHECK(output.out.find("1. config.syntax (configuration: ") != std::string::npos);
    CHECK(output.err.find("kiosk.json") != std::string::npos);
    CHECK(output.err.find("line 3") != std::string::npos);
    CHECK(at.remedyFor("config.syntax") == "configuration");
    at.config.erase("camera");
    at.put(at.config.dump());
    CHECK(at.doctor(true).err.find("config.missing: camera") != std::string::npos);
    CHECK(at.finding("config.missing")["stops"].size() == 4);
    std::filesystem::remove(at.file);
    CHECK(at.remedyFor("config.unreadable") == "configuration");
}

TEST_CASE("D12 the doctor names what is wrong with a kiosk that does not run, and who must act") {
    Cabinet at;
    CHECK(at.remedyFor("config.unknown-module") == "configuration");
    CHECK(at.report()["services"][1]["ready"] == true); // its printer has paper
    std::filesystem::remove(at.folder.path() / "state");
    CHECK(at.remedyFor("store.missing") == "configuration");
    std::filesystem::create_directories(at.folder.path() / "state");
    at.with("assets", "elsewhere");
    at.with("usbDevices", KIOSK_SOURCE_DIR "/assets/usb_devices.json");
    CHECK(at.remedyFor("assets.missing") == "configuration");
    at.with("assets", KIOSK_SOURCE_DIR "/assets");
    at.with("usbDevices", "nowhere.json");
    CHECK(at.remedyFor("device.allow-list") == "configuration");
    at.with("usbDevices", KIOSK_SOURCE_DIR "/assets/usb_devices.json");
    REQUIRE(writeFile(at.folder.path() / "state" / parts::kPartsFileName, bytesOf("{")));
    CHECK(at.remedyFor("parts.record") == "technician");
}

TEST_CASE("D7 the doctor asks the printer beside a kiosk that does not run") {
    Cabinet at;
    for (const auto& [reason, code] :
         std::map<std::string, std::string>{{"media-empty-error", "printer.paper-out"},
                                            {"media-jam-error", "printer.paper-jam"},
                                            {"cover-open-error", "printer.cover-open"},
                                            {"toner-empty-error", "printer.toner-out"}}) {
        at.reason = reason;
        CAPTURE(reason);
        const json found = at.finding(code);
        CHECK(found["why"]["remedy"] == "attendant");
        CHECK(found["stops"] == json{"print"});
    }
    at.with("printer", {{"module", "ipp"}, {"at", "ipp://localhost:1/ipp/print"}});
    CHECK(at.remedyFor("printer.gone") == "technician");
}

TEST_CASE("D11 the doctor asks the cabinet beside a kiosk that does not run") {
    tests::PtyBoard board;
    Cabinet at;
    at.with("auxiliaries", {{"module", "serial-board"}, {"at", board.path()}});
    CHECK(at.report()["facts"]["cabinet"]["serves"]["auxiliaries"] == true);
    board.become({.door = drivers::CabinetDoor::open});
    const json found = at.finding("cabinet.opened");
    CHECK(found["why"]["remedy"] == "technician");
    CHECK(found["stops"].size() == 4);
}

TEST_CASE("V4 the doctor names a list of issuers that is missing, damaged or old") {
    Cabinet at;
    at.ageTrust(100 * 24h);
    CHECK(at.finding("trust.old")["stops"].empty());
    REQUIRE(writeFile(at.root, bytesOf("-----BEGIN CERTIFICATE-----")));
    CHECK(at.remedyFor("trust.not-a-certificate") == "configuration");
    std::filesystem::remove(at.root);
    CHECK(at.finding("trust.empty")["stops"] == json{"print", "verify"});
}

TEST_CASE("G8 the doctor names a clock that is years or days wrong") {
    const Cabinet at;
    at.ageTrust(-3 * 24h);
    CHECK(at.remedyFor("clock.behind") == "technician");
    at.ageTrust(21 * 366 * 24h);
    CHECK(at.remedyFor("clock.ahead") == "technician");
}

TEST_CASE("G8 the doctor names a name that cannot be looked up, in every outlet's words") {
    Cabinet at;
    for (const char* file : {"ca.pem", "kiosk.pem", "kiosk.key"})
        REQUIRE(writeFile(at.folder.path() / file, {}));
    at.config["regions"][0]["url"] = "https://platform.invalid:8443";
    at.config["regions"][0]["envelopeKeyFile"] = at.root.string();
    at.put(at.config.dump());
    const json found = at.finding("network.no-name");
    CHECK(found["fact"] == "network_holds");
    CHECK(found["of"] == "name");
    CHECK(found["why"]["remedy"] == "configuration");
    CHECK(at.report()["facts"]["network"]["holds"]["name"] == false);
}

TEST_CASE("O3 of a kiosk that does not run the report is as the schema says") {
    const Cabinet at;
    const json schema = json::parse(
        toText(readFile(KIOSK_SOURCE_DIR "/assets/schemas/health.schema.json").value()));
    const auto output = at.doctor(true);
    CHECK(output.exitCode == kExitNotValid);
    CHECK(output.err.empty());
    CHECK(tests::schemaFinding(schema, json::parse(output.out)) == "");
    CHECK(std::filesystem::is_empty(at.folder.path() / "state")); // and nothing was made there
}

TEST_CASE("O3 a kiosk that runs is asked, and told word for word") {
    Running at;
    auto output = at.cabinet.doctor(true);
    CHECK(output.exitCode == kExitDone);
    CHECK(json::parse(output.out) == health::reportOf(at.health));
    CHECK(at.cabinet.printer.requests() == 0);
    CHECK(at.cabinet.doctor(false).out.find("Nothing is wrong.") != std::string::npos);

    at.health.devices[0] = {.part = health::Part::cardReader,
                            .state = health::DeviceWord::hardwareError,
                            .why = health::Cause("device.hung", Remedy::technician)};
    at.health.network[0] = false;
    output = at.cabinet.doctor(true);
    CHECK(output.exitCode == kExitNotValid);
    CHECK(json::parse(output.out) == health::reportOf(at.health));
    CHECK(at.cabinet.finding("device.hung")["stops"] == json{"identify"});
    CHECK(at.cabinet.remedyFor("network.no-link") == "attendant");
}

TEST_CASE("O3 kioskctl status tells the same of a kiosk that runs, and nothing where none does") {
    Running at;
    at.health.network[0] = false;
    const auto status = [&at](bool isJson) {
        const std::string path = at.cabinet.file.string();
        std::vector<std::string_view> words{"--config", path};
        if (isJson)
            words.emplace_back("--json");
        return tests::catchOutput([&] { return statusCommands().front().run(words); }).out;
    };
    CHECK(json::parse(status(true))["health"] == health::reportOf(at.health));
    CHECK(status(false).find("\nlookUp 990000    NO      network.no-link (attendant: ") !=
          std::string::npos);
    at.socket.reset();
    CHECK(json::parse(status(true))["health"].is_null());
    CHECK(status(false).find("lookUp") == std::string::npos);
}

TEST_CASE("D12 a kiosk that runs and cannot say is an error, and its devices are left alone") {
    for (const auto& [answer, code] : std::map<std::string, std::string>{
             {R"({"form": 9})", "health.report (supplier: "},
             {"?", "service.answer (supplier: "},
             {R"({"error": {"code": "service.question", "remedy": "technician", "detail": ""}})",
              "service.question (technician: "}}) {
        const Cabinet at;
        const auto socket = ServiceSocket::open(at.folder.path() / "state" / kServiceSocketName,
                                                [&](std::string_view) { return answer; })
                                .value();
        CAPTURE(code);
        const auto output = at.doctor(true);
        CHECK(output.exitCode == kExitCannot);
        CHECK(output.err.find(code) != std::string::npos);
        CHECK(output.out.empty());
        CHECK(at.printer.requests() == 0);
    }
}

TEST_CASE("kioskctl doctor wants a configuration") {
    const auto output = tests::catchOutput([] { return doctorCommands().front().run({}); });
    CHECK(output.exitCode == kExitUsage);
}

} // namespace kiosk::app
