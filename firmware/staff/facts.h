// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "firmware/health/facts.h"
#include "firmware/parts/parts_book.h"
#include "firmware/staff/soak_report.h"

namespace kiosk::staff {

/// What is tried with a person's help (G2).
enum class GuidedTest { cardReader, printer, camera, screen };
inline constexpr std::size_t kGuidedTests = 4;
std::string_view name(GuidedTest test); ///< "cardReader", as in the results' file and in text keys

/// How a guided test ended last.
struct TestResult {
    bool passed = false;
    std::string when{}; ///< "2026-11-26 18:00"
    std::string role{}; ///< whose word it is: "technician"

    bool operator==(const TestResult&) const = default;
};

/// How a soak ended last.
struct SoakResult {
    TestResult told{};
    SoakReport report{};

    bool operator==(const SoakResult&) const = default;
};

/// All that the staff's pages show: the kiosk's health, and what staff found when they tried. Knows
/// nothing of persons.
struct Facts {
    health::Health health{};
    std::map<std::string, std::string> regionNames{}; ///< by code
    std::array<std::optional<TestResult>, kGuidedTests> tests{};
    std::optional<SoakResult> soak{};
    /// Why the configuration's file cannot be used, where the kiosk runs on its last good one.
    std::optional<Error> refusedConfiguration{};
    std::vector<parts::PartReport> parts{}; ///< seen or on record; empty where no record is kept
};

/// The test that tries what carries the service; nothing where none does.
std::optional<GuidedTest> testOf(health::Service service);
/// What a region is called; its code where nobody knows.
std::string regionName(const Facts& facts, const std::string& code);

} // namespace kiosk::staff
