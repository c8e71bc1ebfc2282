// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/soak_report.h"

#include <algorithm>

namespace kiosk::staff {

namespace {

constexpr std::array<std::string_view, kSoakParts> kParts{"cardReader", "printer", "camera",
                                                          "store", "machine"};
constexpr std::array<std::string_view, 4> kEnds{"none", "time", "stopped", "served"};

template <typename E, std::size_t N>
std::optional<E> named(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto* const found = std::ranges::find(names, name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<E>(found - names.begin());
}

/// Empty where one of them is not known.
std::optional<std::int64_t> leastOf(const std::vector<std::optional<std::int64_t>>& rounds) {
    return std::ranges::min(rounds); // nothing is less than any number
}

bool hasGrown(const SoakGrowth& growth, std::int64_t most) {
    return growth.first && growth.last && *growth.last > *growth.first + most;
}

} // namespace

std::string_view name(SoakPart part) {
    return kParts[static_cast<std::size_t>(part)];
}

std::optional<SoakPart> soakPartNamed(std::string_view name) {
    return named<SoakPart>(kParts, name);
}

std::string_view name(SoakEnd end) {
    return kEnds[static_cast<std::size_t>(end)];
}

std::optional<SoakEnd> soakEndNamed(std::string_view name) {
    return named<SoakEnd>(kEnds, name);
}

bool isPassed(const SoakReport& report) {
    return report.end == SoakEnd::time && report.rounds > 0 && report.failures.empty();
}

bool hasFailed(const SoakReport& report) {
    return !report.failures.empty() || (report.end == SoakEnd::time && report.rounds == 0);
}

void SoakMeter::failed(SoakPart part, const health::Cause& why) {
    const auto found = std::ranges::find_if(report_.failures, [&](const SoakFailure& failure) {
        return failure.part == part && failure.why == why;
    });
    if (found != report_.failures.end())
        ++found->times;
    else
        report_.failures.push_back({part, why, 1, report_.rounds + 1});
}

void SoakMeter::roundOver(const health::Footprint& held, std::chrono::seconds lasted) {
    ++report_.rounds;
    report_.lasted = lasted;
    note(report_.memory, memory_, held.memory);
    note(report_.files, files_, held.files);
}

void SoakMeter::note(SoakGrowth& growth, Rounds& newest, std::optional<std::int64_t> held) const {
    if (held)
        growth.highest = std::max(growth.highest.value_or(0), *held);
    if (report_.rounds <= kWarmRounds)
        return;
    newest.push_back(held);
    if (newest.size() > static_cast<std::size_t>(kSteadyRounds))
        newest.erase(newest.begin());
    if (newest.size() < static_cast<std::size_t>(kSteadyRounds))
        return;
    growth.last = leastOf(newest);
    if (report_.rounds == kWarmRounds + kSteadyRounds)
        growth.first = growth.last;
}

SoakReport SoakMeter::end(SoakEnd why, std::chrono::seconds lasted) {
    report_.end = why;
    report_.lasted = lasted;
    const std::int64_t some =
        std::max(kGrowthBytes, report_.memory.first.value_or(0) * kGrowthPercent / 100);
    if (hasGrown(report_.memory, some))
        failed(SoakPart::machine, {"soak.memory-grew", Remedy::supplier});
    if (hasGrown(report_.files, 0))
        failed(SoakPart::machine, {"soak.files-grew", Remedy::supplier});
    return report_;
}

} // namespace kiosk::staff
