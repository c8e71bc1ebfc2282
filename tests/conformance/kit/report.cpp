// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <nlohmann/json.hpp>

#include "tests/conformance/kit/run.h"

namespace kiosk::tests {

namespace {

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size(), width), ' ');
    return text;
}

std::string line(const CaseReport& report) {
    constexpr std::size_t kOutcomeWidth = 12;
    constexpr std::size_t kIdWidth = 26;
    std::string text = padded(std::string(name(report.outcome)), kOutcomeWidth) +
                       padded(report.id, kIdWidth) + report.what + " (" +
                       std::to_string(report.took.count()) + " ms)\n";
    if (!report.why.empty())
        text += padded("", kOutcomeWidth) +
                (report.outcome == Outcome::notOffered ? "no hand to " : "") + report.why + "\n";
    return text;
}

} // namespace

std::string reportInWords(std::span<const CaseReport> reports) {
    std::string text;
    for (const CaseReport& report : reports)
        text += line(report);
    for (const Outcome outcome : {Outcome::ok, Outcome::failed, Outcome::notOffered})
        text += std::to_string(std::ranges::count(reports, outcome, &CaseReport::outcome)) + " " +
                std::string(name(outcome)) + (outcome == Outcome::notOffered ? "\n" : ", ");
    return text + (isPassed(reports) ? "passed\n" : "not passed\n");
}

std::string reportAsJson(std::string_view deviceClass, std::string_view module,
                         std::span<const CaseReport> reports) {
    nlohmann::json cases = nlohmann::json::array();
    for (const CaseReport& report : reports)
        cases.push_back({{"id", report.id},
                         {"what", report.what},
                         {"outcome", name(report.outcome)},
                         {"why", report.why},
                         {"milliseconds", report.took.count()}});
    const nlohmann::json whole = {{"class", deviceClass},
                                  {"module", module},
                                  {"passed", isPassed(reports)},
                                  {"cases", std::move(cases)}};
    constexpr auto kReplaceBadText = nlohmann::json::error_handler_t::replace;
    return whole.dump(2, ' ', false, kReplaceBadText) + "\n";
}

} // namespace kiosk::tests
