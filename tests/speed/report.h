// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tests/speed/compare/comparison.h"

namespace kiosk::speed {

/// What a span's rounds came to.
struct Measured {
    std::string name;
    std::string what;
    Spread cpuMs;
    Spread wallMs;
    int rounds = 0;
    std::optional<std::uint64_t> instructions;
};

/// The report as JSON text: {"spans": […], "comparisons": […]}. Times in milliseconds.
std::string toJson(const std::vector<Measured>& spans, const std::vector<Comparison>& comparisons);

} // namespace kiosk::speed
