// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "tests/speed/compare/picture_difference.h"
#include "tests/speed/measure.h"

namespace kiosk::speed {

/// One of two that did the same work, in turns.
struct Side {
    std::string name;             ///< "pdftocairo -r 300 …"
    std::optional<Spread> cpuMs;  ///< nothing: it is missing here
    std::optional<Spread> peakMb; ///< of whole processes
    std::optional<std::uint64_t> instructions;
};

struct Comparison {
    std::string name;
    std::string what; ///< one line for the reader of the report
    Side ours;
    Side peer;
    std::optional<PictureDifference> difference; ///< where both drew
};

} // namespace kiosk::speed
