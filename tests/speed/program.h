// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::speed {

using Words = std::vector<std::string>;

/// What a whole process took, from its start to its end.
struct ProcessCost {
    double cpuMs = 0; ///< user and system
    double wallMs = 0;
    std::optional<double> peakMb; ///< most memory resident at once, where it can be told
};

/// Runs another program to its end, its output thrown away, and says what it cost. Nothing when it
/// is missing or ends with another status than 0.
std::optional<ProcessCost> runProgram(const Words& command);

/// Instructions of the whole process, counted by callgrind; nothing where either is missing.
std::optional<std::uint64_t> countInstructions(const Words& command);

} // namespace kiosk::speed
