// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <regex>
#include <set>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "firmware/health/diagnosis.h"
#include "firmware/health/doctor_text.h"
#include "firmware/health/open_metrics.h"
#include "firmware/health/report.h"
#include "firmware/health/word_lists.h"
#include "tests/unit/health/metrics_reader.h"
#include "tests/unit/health/sample_health.h"
#include "tests/unit/health/schema_check.h"

namespace kiosk::health {

namespace {

using nlohmann::json;

const std::filesystem::path kSchemaFile = KIOSK_SOURCE_DIR "/assets/schemas/health.schema.json";

json publishedSchema() {
    return json::parse(toText(readFile(kSchemaFile).value()));
}

/// One that is ill in as many ways as a report can tell.
Health illHealth() {
    Health ill = tests::soundHealth();
    ill.diskFree = 0;
    ill.clock = ClockWord::behind;
    ill.devices[0] = {.part = Part::cardReader,
                      .state = DeviceWord::hardwareError,
                      .lastError = Cause("reader.silent", Remedy::technician)};
    ill.devices.push_back({.part = Part::auxiliaries, .state = DeviceWord::fraudAttempt});
    ill.regions[0].answers = Outcome{Cause("authority.untrusted", Remedy::configuration)};
    ill.printer = {};
    return ill;
}

} // namespace

TEST_CASE(
    "O3 each fact is declared once, with a sentence, and with words or a form where it has any") {
    std::set<std::string> ids;
    for (const Fact& fact : facts()) {
        CAPTURE(idOf(fact));
        CHECK(ids.insert(idOf(fact)).second);
        CHECK(std::regex_match(idOf(fact), std::regex("[a-z]+(_[a-z]+)+")));
        CHECK(fact.help.ends_with('.'));
        CHECK((fact.shape == Shape::word) == !fact.words.empty());
        CHECK((fact.shape == Shape::text) == !fact.pattern.empty());
        CHECK((fact.unit.empty() || fact.shape == Shape::number || fact.shape == Shape::counter));
    }
}

TEST_CASE("O3 a fact says only what it was declared to say") {
    for (const Health& health : {tests::soundHealth(), illHealth(), Health()})
        for (const Fact& fact : facts())
            for (const Sample& sample : fact.read(health)) {
                CAPTURE(idOf(fact), sample.label);
                CHECK(sample.label.empty() == fact.label.empty());
                if (!sample.isKnown())
                    continue;
                const auto* text = std::get_if<std::string>(&sample.value);
                CHECK((text != nullptr) ==
                      (fact.shape == Shape::word || fact.shape == Shape::text));
                CHECK(std::holds_alternative<bool>(sample.value) == (fact.shape == Shape::flag));
                if (fact.shape == Shape::word)
                    CHECK(std::ranges::find(fact.words, *text) != fact.words.end());
                if (fact.shape == Shape::text)
                    CHECK(std::regex_match(*text, std::regex(std::string(fact.pattern))));
            }
}

TEST_CASE("D12 closed lists have the words of the lists they repeat") {
    using drivers::PaperState;
    using drivers::TonerState;
    for (const PaperState state :
         {PaperState::full, PaperState::low, PaperState::out, PaperState::jammed})
        CHECK(kPaperNames[static_cast<std::size_t>(state)] == name(state));
    for (const TonerState state : {TonerState::full, TonerState::low, TonerState::out})
        CHECK(kTonerNames[static_cast<std::size_t>(state)] == name(state));
    for (const Remedy remedy : {Remedy::citizenAgain, Remedy::attendant, Remedy::technician,
                                Remedy::configuration, Remedy::supplier, Remedy::wait})
        CHECK(kRemedyNames[static_cast<std::size_t>(remedy)] == name(remedy));
    for (const std::string_view part : kPartNames)
        CHECK(name(partNamed(part).value()) == part);
    CHECK_FALSE(partNamed("toaster"));
}

TEST_CASE("O3 the published schema is the one that the declaration makes") {
    const std::string made = reportSchema().dump(2) + "\n";
    if (std::getenv("KIOSK_UPDATE_SCHEMAS") != nullptr)
        REQUIRE(writeFile(kSchemaFile, bytesOf(made)));
    CHECK(toText(readFile(kSchemaFile).value()) == made);
}

TEST_CASE("O3 reports are as the published schema says, and what it forbids is found") {
    const json schema = publishedSchema();
    for (const Health& health : {tests::soundHealth(), illHealth(), Health()}) {
        CHECK(tests::schemaFinding(schema, reportOf(health)).empty());
        CHECK(tests::schemaFinding(schema, forCodes(reportOf(health))).empty());
    }
    const std::vector<std::pair<std::string, json>> planted{
        {"/form", 2},
        {"/facts/device/state/printer", "toasted"},
        {"/facts/device/state/toaster", "online"},
        {"/facts/disk/free_bytes", "much"},
        {"/facts/holder", "someone"},
        {"/facts/software/version", "newest"},
        {"/facts/region/answers/here", true},
        {"/facts/test/end/printer", "perhaps"},
        {"/facts/test/role/printer", "zhangxiaoyang"},
        {"/facts/test/end/toaster", "passed"},
        {"/services/0/ready", "yes"},
        {"/findings/0/why/code", "Out of paper"},
        {"/findings/0/why/remedy", "nobody"}};
    for (const auto& [place, value] : planted) {
        CAPTURE(place);
        json report = reportOf(illHealth());
        report[json::json_pointer(place)] = value;
        CHECK_FALSE(tests::schemaFinding(schema, report).empty());
    }
    json lacking = reportOf(illHealth());
    lacking["facts"]["disk"].erase("free_bytes");
    CHECK(tests::schemaFinding(schema, lacking) == "/facts/disk: lacks free_bytes");
}

TEST_CASE("O3 the reader of metrics that these tests trust refuses what the format forbids") {
    const std::string sound = "# TYPE a_bytes gauge\n# UNIT a_bytes bytes\n# HELP a_bytes B.\n"
                              "a_bytes{of=\"x\"} 1\na_bytes{of=\"y\"} 2.5\n# EOF\n";
    CHECK(tests::readOpenMetrics(sound).at("a_bytes").samples.size() == 2);
    const std::vector<std::pair<std::string, std::string>> spoilt{
        {"# EOF\n", ""},
        {"# EOF\n", "# EOF\na_bytes 1\n"},
        {"of=\"y\"", "of=\"x\""},
        {"# UNIT a_bytes bytes", "# UNIT a_bytes seconds"},
        {"of=\"y\"", "of=y"},
        {"2.5", "much"},
        {"gauge", "counter"},
        {"gauge", "stateset"},
        {"a_bytes{of=\"x\"}", "b_bytes{of=\"x\"}"},
        {"# EOF\n", "# TYPE a_bytes gauge\n# EOF\n"}};
    for (const auto& [what, instead] : spoilt) {
        CAPTURE(what, instead);
        std::string text = sound;
        text.replace(text.find(what), what.size(), instead);
        CHECK_THROWS(tests::readOpenMetrics(text));
    }
}

TEST_CASE("O3 a report of another form is told as that, and is never ready") {
    json other = reportOf(tests::soundHealth());
    REQUIRE(isReady(other));
    other["form"] = 2;
    for (const json& report : {other, json(), json::array(), json{{"form", 1}},
                               json{{"form", 1}, {"services", 7}, {"findings", json::array()}}}) {
        CHECK(doctorText(report).error().code() == "health.report");
        CHECK_FALSE(isReady(report));
    }
}

TEST_CASE("G3 what was counted of the devices stands in report, metrics and text") {
    Health health = tests::soundHealth();
    health.counters.parts[static_cast<std::size_t>(Part::camera)].reset();
    const json device = reportOf(health)["facts"]["device"];
    CHECK(device["uses"]["printer"] == 4321);
    CHECK(device["taken_sheets"]["printer"] == 5004);
    CHECK(device["failures"]["cardReader"] == 2);
    CHECK(device["counted_since"]["cardReader"] == "2026-01-01");
    CHECK(device["uses"]["camera"].is_null()); // nobody has counted: that is not 0
    CHECK_FALSE(device["taken_sheets"].contains("cardReader"));

    const std::string metrics = openMetricsOf(health);
    const auto has = [](const std::string& text, std::string_view part) {
        return text.find(part) != std::string::npos;
    };
    CHECK(has(metrics, "kiosk_device_uses_total{part=\"printer\"} 4321\n"));
    CHECK(has(metrics, "kiosk_device_taken_sheets_total{part=\"printer\"} 5004\n"));
    CHECK_FALSE(has(metrics, "kiosk_device_uses_total{part=\"camera\"}"));
    CHECK(has(metrics, "kiosk_fact_known{fact=\"device_uses\",of=\"camera\"} 0\n"));
    CHECK(
        has(metrics,
            "kiosk_device_counted_since_info{part=\"printer\",counted_since=\"2026-01-01\"} 1\n"));

    const std::string text = doctorText(reportOf(health)).value();
    CHECK(has(text, "\nCounted:\ncardReader       since 2026-01-01, 37 openings, 4321 uses, 2 "
                    "failures\nprinter          since 2026-01-01, 37 openings, 4321 uses, 5004 "
                    "taken sheets, 2 failures\n"));
    CHECK_FALSE(has(text, "camera           since"));
}

TEST_CASE("G3 counters that are not whole are a warning for the technician") {
    Health health = tests::soundHealth();
    CHECK(findingsOf(health).empty());
    health.counters.kept = Outcome{Cause("counters.damaged", Remedy::technician)};
    const auto findings = findingsOf(health);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].fact == "counters_kept");
    CHECK(findings[0].cause == Cause("counters.damaged", Remedy::technician));
    CHECK(findings[0].stops.isEmpty());
}

} // namespace kiosk::health
