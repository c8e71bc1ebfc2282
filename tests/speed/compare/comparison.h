// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "tests/speed/compare/picture_difference.h"
#include "tests/speed/measure.h"

namespace kiosk::speed {

/// What a reader of codes made of the frames it was shown.
struct Reading {
    int shown = 0;
    int read = 0;
    int misread = 0; ///< another text than was there
};

/// One of two that did the same work, in turns.
struct Side {
    std::string name;                     ///< "pdftocairo -r 300 …"
    std::optional<Spread> cpuMs;          ///< nothing: it is missing here
    std::optional<Spread> wallMs;         ///< where a wire or other processes take the time
    std::optional<Spread> peakMb;         ///< of whole processes
    std::optional<Spread> idleMb;         ///< PSS of a program at rest and all it started
    std::optional<Spread> touchMs;        ///< from a press to a changed pixel
    std::optional<Spread> wakesPerSecond; ///< of a program at rest
    std::optional<Spread> longestSleepS;  ///< in which none of its threads woke
    std::optional<std::uint64_t> instructions;
    std::optional<Reading> reading; ///< where codes are read; `cpuMs` is then of one frame
};

struct Comparison {
    std::string name;
    std::string what; ///< one line for the reader of the report
    Side ours;
    Side peer;
    std::optional<PictureDifference> difference; ///< where both drew
};

} // namespace kiosk::speed
