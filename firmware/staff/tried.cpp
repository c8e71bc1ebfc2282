// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/tried.h"

#include <regex>

#include "firmware/base/iso_time.h"
#include "firmware/visit/view.h"

namespace kiosk::staff {

namespace {

using health::Trial;
using health::TrialEnd;

/// "2026-11-23 18:00" as visit::localDateTime() writes it: China Standard Time, and back.
std::optional<WallTime> timeIn(const std::string& local) {
    static const std::regex kForm("([0-9-]{10}) ([0-9]{2}:[0-9]{2})");
    std::smatch parts;
    if (!std::regex_match(local, parts, kForm))
        return std::nullopt;
    const auto asUtc = timeFromIso(parts.str(1) + "T" + parts.str(2) + ":00Z");
    if (!asUtc)
        return std::nullopt;
    const WallTime time = *asUtc - std::chrono::hours(8);
    return visit::localDateTime(time) == local ? std::optional(time) : std::nullopt;
}

health::Tried triedAs(Trial trial, TrialEnd end, const TestResult& told) {
    return {
        .trial = trial, .end = end, .at = timeIn(told.when), .role = health::roleNamed(told.role)};
}

TrialEnd endOf(const SoakResult& soak) {
    if (soak.told.passed)
        return TrialEnd::passed;
    return hasFailed(soak.report) ? TrialEnd::failed : TrialEnd::brokenOff;
}

} // namespace

std::vector<health::Tried> triedOf(const TestResults& tests,
                                   const std::optional<SoakResult>& soak) {
    static_assert(kGuidedTests + 1 == health::kTrials); // named alike, which a test holds
    std::vector<health::Tried> tried;
    for (std::size_t at = 0; at < kGuidedTests; ++at)
        if (const auto& result = tests[at])
            tried.push_back(triedAs(static_cast<Trial>(at),
                                    result->passed ? TrialEnd::passed : TrialEnd::failed, *result));
    if (soak)
        tried.push_back(triedAs(Trial::soak, endOf(*soak), soak->told));
    return tried;
}

std::optional<std::vector<health::Tried>> triedIn(const std::filesystem::path& state) {
    const auto tests = testResults(state / kTestsFileName);
    const auto soak = soakResult(state / kTestsFileName);
    if (!tests || !soak)
        return std::nullopt;
    return triedOf(*tests, *soak);
}

} // namespace kiosk::staff
