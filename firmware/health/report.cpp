// SPDX-License-Identifier: Apache-2.0
#include "firmware/health/report.h"

#include <nlohmann/json.hpp>

#include "firmware/health/bring.h"

namespace kiosk::health {

nlohmann::json causeOf(const Cause& cause) {
    return {{"code", cause.code()},
            {"remedy", name(cause.remedy())},
            {"advice", advice(cause.remedy())},
            {"bring", name(bringFor(cause))}};
}

namespace {

using nlohmann::json;

json jsonOf(const Value& value) {
    return std::visit(
        [](const auto& known) {
            if constexpr (std::same_as<std::decay_t<decltype(known)>, std::monostate>)
                return json(nullptr);
            else
                return json(known);
        },
        value);
}

json factsOf(const Health& health) {
    json told = json::object();
    for (const Fact& fact : facts()) {
        json& place = told[std::string(fact.group)][nameOf(fact)];
        if (!fact.label.empty())
            place = json::object();
        for (const Sample& sample : fact.read(health))
            (fact.label.empty() ? place : place[sample.label]) = jsonOf(sample.value);
    }
    return told;
}

json jsonOf(const Readiness& readiness) {
    json told{{"service", name(readiness.service)}, {"ready", nullptr}};
    if (readiness.ready)
        told["ready"] = *readiness.ready;
    if (!readiness.region.empty())
        told["region"] = readiness.region;
    if (readiness.why)
        told["why"] = causeOf(*readiness.why);
    return told;
}

json jsonOf(const Services& services) {
    json told = json::array();
    for (std::size_t i = 0; i < kServices; ++i)
        if (services.has(static_cast<Service>(i)))
            told.push_back(name(static_cast<Service>(i)));
    return told;
}

json jsonOf(const Finding& finding) {
    json told{
        {"fact", finding.fact}, {"stops", jsonOf(finding.stops)}, {"why", causeOf(finding.cause)}};
    if (!finding.label.empty())
        told["of"] = finding.label;
    return told;
}

template <typename T>
json listOf(const std::vector<T>& all) {
    json list = json::array();
    for (const T& one : all)
        list.push_back(jsonOf(one));
    return list;
}

} // namespace

json reportOf(const Health& health) {
    return {{"form", kReportForm},
            {"facts", factsOf(health)},
            {"services", listOf(readinessOf(health))},
            {"findings", listOf(findingsOf(health))}};
}

json forCodes(json report) {
    const auto all = report.is_object() ? report.find("facts") : report.end();
    if (all == report.end() || !all->is_object())
        return report;
    for (const Fact& fact : facts()) {
        const auto group = all->find(fact.group);
        if (fact.inCodes || group == all->end() || !group->is_object())
            continue;
        group->erase(nameOf(fact));
        if (group->empty())
            all->erase(group);
    }
    return report;
}

} // namespace kiosk::health
