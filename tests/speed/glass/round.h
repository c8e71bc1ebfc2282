// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "screens/kit/theme.h"
#include "tests/speed/glass/onlooker.h"
#include "tests/speed/program.h"

namespace kiosk::speed {

/// What an onlooker looks for, and where they press.
struct Sights {
    kit::RectPx ground; ///< a corner of the ground on top
    kit::Colour groundColour;
    kit::RectPx words;  ///< on the last thing drawn; it must have been written
    kit::RectPx target; ///< changes when it is pressed
};

/// A program to be looked at.
struct Programme {
    std::string name;
    Words command;
    std::map<std::string, std::string> environment;
};

/// What was seen of one program, round by round; of presses, one by one.
struct Seen {
    std::vector<double> firstFrameMs, firstFrameCpuMs, restingMb, wakesPerSecond, longestSleepS,
        touchMs;
};

/// How long a program is left alone.
struct Rest {
    std::chrono::seconds settling; ///< until nothing of the start goes on any more
    std::chrono::seconds watched;  ///< then it is looked at, and must not notice
};

/// One start of the program, its memory when it has settled, and some presses; then it is ended.
/// Error "speed.not-seen" (technician): it never showed what was awaited.
Result<> playStart(const Programme& programme, const Sights& sights, Onlooker& onlooker,
                   Seen& seen);

/// One start of the program, and one rest; then it is ended. Error as above.
Result<> playRest(const Programme& programme, const Sights& sights, const Rest& rest,
                  Onlooker& onlooker, Seen& seen);

} // namespace kiosk::speed
