// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/soak_json.h"

#include <nlohmann/json.hpp>

namespace kiosk::staff {

namespace {

using nlohmann::json;

constexpr std::array kRemedies{Remedy::citizenAgain,  Remedy::attendant, Remedy::technician,
                               Remedy::configuration, Remedy::supplier,  Remedy::wait};

json orNull(const std::optional<std::int64_t>& number) {
    return number ? json(*number) : json();
}

json toJson(const SoakGrowth& growth) {
    return {{"first", orNull(growth.first)},
            {"last", orNull(growth.last)},
            {"highest", orNull(growth.highest)}};
}

json toJson(const SoakFailure& failure) {
    return {{"part", name(failure.part)},
            {"code", failure.why.code()},
            {"remedy", name(failure.why.remedy())},
            {"times", failure.times},
            {"firstRound", failure.firstRound}};
}

// Each of these throws json::exception for what has another form: caught in one place below.

std::optional<std::int64_t> numberOrNull(const json& told) {
    return told.is_null() ? std::nullopt : std::optional(told.get<std::int64_t>());
}

SoakGrowth growthFrom(const json& told) {
    return {numberOrNull(told.at("first")), numberOrNull(told.at("last")),
            numberOrNull(told.at("highest"))};
}

Remedy remedyFrom(const std::string& told) {
    for (const Remedy remedy : kRemedies)
        if (name(remedy) == told)
            return remedy;
    return Remedy::technician;
}

SoakFailure failureFrom(const json& told) {
    return {soakPartNamed(told.at("part").get<std::string>()).value(),
            health::Cause(told.at("code").get<std::string>(),
                          remedyFrom(told.at("remedy").get<std::string>())),
            told.at("times").get<int>(), told.at("firstRound").get<int>()};
}

SoakReport reportFrom(const json& told) {
    SoakReport report{.planned = std::chrono::minutes(told.at("minutes").get<int>()),
                      .lasted = std::chrono::seconds(told.at("seconds").get<int>()),
                      .rounds = told.at("rounds").get<int>(),
                      .memory = growthFrom(told.at("memoryBytes")),
                      .files = growthFrom(told.at("openFiles")),
                      .end = soakEndNamed(told.at("end").get<std::string>()).value()};
    for (const json& failure : told.at("failures"))
        report.failures.push_back(failureFrom(failure));
    return report;
}

} // namespace

json soakJson(const SoakReport& report) {
    json failures = json::array();
    for (const SoakFailure& failure : report.failures)
        failures.push_back(toJson(failure));
    return {{"minutes", report.planned.count()},
            {"seconds", report.lasted.count()},
            {"rounds", report.rounds},
            {"end", name(report.end)},
            {"failures", failures},
            {"memoryBytes", toJson(report.memory)},
            {"openFiles", toJson(report.files)}};
}

std::optional<SoakReport> soakReportFrom(const json& told) {
    try {
        return reportFrom(told);
    } catch (const json::exception&) {
        return std::nullopt;
    } catch (const std::bad_optional_access&) { // a part or an end that nobody knows
        return std::nullopt;
    }
}

} // namespace kiosk::staff
