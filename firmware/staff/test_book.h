// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>

#include "firmware/base/result.h"
#include "firmware/staff/facts.h"
#include "firmware/staff/roles.h"

namespace kiosk::staff {

/// Its name in the kiosk's state folder.
inline constexpr std::string_view kTestsFileName = "staff_tests.json";

using TestResults = std::array<std::optional<TestResult>, kGuidedTests>;

/// How each guided test ended last (G2), in a file that a technician may carry away: by role, not
/// by person. No file: nothing was tested yet. "staff.tests" (storage, technician): it cannot be
/// read; those of writing a file.
Result<TestResults> testResults(const std::filesystem::path& file);
/// How the last soak ended; the same file and the same errors. One that was broken off and found
/// nothing is not kept over one that failed: it says nothing of what failed then.
Result<std::optional<SoakResult>> soakResult(const std::filesystem::path& file);
Result<> keepSoak(const std::filesystem::path& file, const SoakResult& result);
Result<> keepResult(const std::filesystem::path& file, GuidedTest test, const TestResult& result);

} // namespace kiosk::staff
