// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/health/doctor_text.h"
#include "firmware/health/open_metrics.h"
#include "firmware/health/report.h"
#include "tests/unit/health/metrics_reader.h"
#include "tests/unit/health/sample_health.h"

namespace kiosk::health {

namespace {

using nlohmann::json;
using Metrics = std::map<std::string, tests::MetricFamily>;
using Labels = std::map<std::string, std::string>;

/// Network, printer and reader each well or not.
Health combination(int bits) {
    Health health = tests::soundHealth();
    if (bits & 1) {
        health.network = {false};
        for (Region& region : health.regions)
            region.answers = Outcome{Cause("authority.unreachable", Remedy::wait)};
    }
    if (bits & 2) {
        health.devices[1] = {.part = Part::printer,
                             .state = DeviceWord::userError,
                             .why = Cause("printer.paper-out", Remedy::attendant),
                             .faults = 0};
        health.printer.paper = drivers::PaperState::out;
    }
    if (bits & 4)
        health.devices[0] = {.part = Part::cardReader,
                             .state = DeviceWord::noDevice,
                             .why = Cause("reader.gone", Remedy::technician),
                             .faults = 2,
                             .lastError = Cause("reader.gone", Remedy::technician)};
    return health;
}

json jsonIn(const json& report, const Fact& fact, const Sample& sample) {
    json place = report["facts"][std::string(fact.group)][nameOf(fact)];
    return fact.label.empty() ? place : place[sample.label];
}

/// What the metrics say of a fact, as the report would.
json metricIn(const Metrics& metrics, const Fact& fact, const Sample& sample) {
    const tests::MetricFamily& family = metrics.at("kiosk_" + idOf(fact));
    Labels labels;
    if (!fact.label.empty())
        labels.emplace(fact.label, sample.label);
    std::vector<json> said;
    for (const tests::MetricSample& metric : family.samples) {
        const bool isIts = std::ranges::all_of(labels, [&](const auto& label) {
            return metric.labels.contains(label.first) &&
                   metric.labels.at(label.first) == label.second;
        });
        if (!isIts)
            continue;
        if (fact.shape == Shape::text)
            said.push_back(metric.labels.at(std::string(fact.what)));
        else if (fact.shape == Shape::word && metric.value == "1")
            said.push_back(metric.labels.at(family.name));
        else if (fact.shape == Shape::flag)
            said.push_back(metric.value == "1");
        else if (fact.shape != Shape::word)
            said.push_back(json::parse(metric.value));
    }
    REQUIRE(said.size() <= 1);
    return said.empty() ? json() : said.front();
}

std::string readyIn(const Metrics& metrics, const Readiness& readiness) {
    for (const std::string word : {"yes", "no", "unknown"})
        if (metricOf(metrics.at("kiosk_service_ready"),
                     {{"service", std::string(name(readiness.service))},
                      {"region", readiness.region},
                      {"kiosk_service_ready", word}}) == "1")
            return word;
    return "nothing";
}

std::string wordOf(const std::optional<bool>& ready) {
    if (!ready)
        return "unknown";
    return *ready ? "yes" : "no";
}

void compareFacts(const Health& health, const json& report, const Metrics& metrics) {
    for (const Fact& fact : facts())
        for (const Sample& sample : fact.read(health)) {
            CAPTURE(idOf(fact), sample.label);
            CHECK(jsonIn(report, fact, sample) == metricIn(metrics, fact, sample));
            CHECK(jsonIn(report, fact, sample).is_null() != sample.isKnown());
            CHECK(metricOf(metrics.at("kiosk_fact_known"),
                           {{"fact", idOf(fact)}, {"of", sample.label}}) ==
                  (sample.isKnown() ? "1" : "0"));
        }
}

void compareServices(const Health& health, const json& report, const Metrics& metrics,
                     const std::string& doctor) {
    const auto services = readinessOf(health);
    REQUIRE(report["services"].size() == services.size());
    for (std::size_t i = 0; i < services.size(); ++i) {
        const Readiness& readiness = services[i];
        const json& told = report["services"][i];
        CAPTURE(told.dump());
        CHECK(told["service"] == name(readiness.service));
        CHECK(told.value("region", "") == readiness.region);
        CHECK(told["ready"] == (readiness.ready ? json(*readiness.ready) : json()));
        CHECK(readyIn(metrics, readiness) == wordOf(readiness.ready));
        CHECK(told.contains("why") == readiness.why.has_value());
        const std::string line = std::string(name(readiness.service)) +
                                 (readiness.region.empty() ? "" : " " + readiness.region);
        const auto at = doctor.find(line + " ");
        REQUIRE(at != std::string::npos);
        const std::string said = doctor.substr(at, doctor.find('\n', at) - at);
        CHECK((said.find(" yes") != std::string::npos) == (readiness.ready == true));
        CHECK((said.find(" NO ") != std::string::npos) == (readiness.ready == false));
        if (!readiness.why)
            continue;
        CHECK(told["why"]["code"] == readiness.why->code());
        CHECK(told["why"]["remedy"] == name(readiness.why->remedy()));
        CHECK(said.find(readiness.why->code() + " (" + std::string(name(readiness.why->remedy())) +
                        ": ") != std::string::npos);
        CHECK(metricOf(metrics.at("kiosk_service_cause"),
                       {{"service", std::string(name(readiness.service))},
                        {"region", readiness.region},
                        {"code", readiness.why->code()},
                        {"remedy", std::string(name(readiness.why->remedy()))}}) == "1");
    }
}

void compareFindings(const Health& health, const json& report, const Metrics& metrics,
                     const std::string& doctor) {
    const auto findings = findingsOf(health);
    REQUIRE(report["findings"].size() == findings.size());
    CHECK(metrics.at("kiosk_finding").samples.size() == findings.size());
    std::size_t behind = 0;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const Finding& finding = findings[i];
        const json& told = report["findings"][i];
        CHECK(told["fact"] == finding.fact);
        CHECK(told["why"]["code"] == finding.cause.code());
        CHECK(metricOf(metrics.at("kiosk_finding"),
                       {{"fact", finding.fact},
                        {"of", finding.label},
                        {"code", finding.cause.code()},
                        {"remedy", std::string(name(finding.cause.remedy()))},
                        {"stops", finding.stops.isEmpty() ? "no" : "yes"}}) ==
              std::to_string(i + 1));
        const auto at = doctor.find(std::to_string(i + 1) + ". " + finding.cause.code(), behind);
        REQUIRE(at != std::string::npos);
        behind = at;
    }
}

} // namespace

TEST_CASE("Q7 O3 every outlet tells the same of each of 8 kiosks: network, printer, reader") {
    for (int bits = 0; bits < 8; ++bits) {
        CAPTURE(bits);
        const Health health = combination(bits);
        const json report = reportOf(health);
        const Metrics metrics = tests::readOpenMetrics(openMetricsOf(health));
        const std::string doctor = doctorText(report).value();
        compareFacts(health, report, metrics);
        compareServices(health, report, metrics, doctor);
        compareFindings(health, report, metrics, doctor);
        // And what each of the eight can do, which no table says.
        const auto services = readinessOf(health);
        REQUIRE(services.size() == 5);
        CHECK(services[0].ready == !(bits & 4));
        CHECK(services[1].ready == !(bits & 2));
        CHECK(services[2].ready == true);
        CHECK(services[3].ready == !(bits & 1));
        CHECK(services[4].ready == !(bits & 1));
        CHECK(isReady(health) == (bits == 0));
        CHECK(isReady(report) == (bits == 0));
    }
}

TEST_CASE("G8 without a link the link is the cause, and not that a region does not answer") {
    const auto services = readinessOf(combination(1));
    CHECK(services[3].why == Cause("network.no-link", Remedy::attendant));
    CHECK(findingsOf(combination(1)).front().label == "link");
}

TEST_CASE("O3 the same health gives the same bytes") {
    const Health health = combination(7);
    CHECK(openMetricsOf(health) == openMetricsOf(combination(7)));
    CHECK(reportOf(health).dump() == reportOf(combination(7)).dump());
}

TEST_CASE("U11 what is not known is never ready, and said to be unknown everywhere") {
    Health nothing;
    nothing.regions.push_back({RegionCode("990000")});
    const json report = reportOf(nothing);
    const Metrics metrics = tests::readOpenMetrics(openMetricsOf(nothing));
    const std::string doctor = doctorText(report).value();
    compareFacts(nothing, report, metrics);
    compareServices(nothing, report, metrics, doctor);
    for (const Readiness& readiness : readinessOf(nothing)) {
        CHECK_FALSE(readiness.ready);
        CHECK_FALSE(readiness.why);
    }
    CHECK_FALSE(isReady(report));
    CHECK(doctor.find("Not known: assets complete, ") != std::string::npos);
}

TEST_CASE("U11 each fact that carries a service makes it unknown when it is unknown") {
    const std::vector<std::pair<std::size_t, std::function<void(Health&)>>> takenAway{
        {0, [](Health& health) { health.configuration.reset(); }},
        {3, [](Health& health) { health.assets.reset(); }},
        {1, [](Health& health) { health.store.reset(); }},
        {1, [](Health& health) { health.diskFree.reset(); }},
        {2, [](Health& health) { health.clock.reset(); }},
        {2, [](Health& health) { health.trust.loaded.reset(); }},
        {2, [](Health& health) { health.trust.roots.reset(); }},
        {0, [](Health& health) { health.devices[0].state.reset(); }},
        {1, [](Health& health) { health.devices[1].state = DeviceWord::starting; }},
        {2, [](Health& health) { health.devices.pop_back(); }},
        {3, [](Health& health) { health.regions[0].answers.reset(); }}};
    for (std::size_t i = 0; i < takenAway.size(); ++i) {
        CAPTURE(i);
        Health health = tests::soundHealth();
        REQUIRE(isReady(health));
        takenAway[i].second(health);
        CHECK_FALSE(readinessOf(health)[takenAway[i].first].ready);
        CHECK(findingsOf(health).empty());
    }
}

} // namespace kiosk::health
