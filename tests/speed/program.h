// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/speed/measure.h"

namespace kiosk::speed {

/// Runs another program to its end, its output thrown away, and says what it cost. Nothing when it
/// is missing or ends with another status than 0.
std::optional<Sample> runProgram(const std::vector<std::string>& command);

} // namespace kiosk::speed
