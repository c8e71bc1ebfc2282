// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "tests/speed/compare/comparison.h"

namespace kiosk::speed {

/// How thoroughly a contest is held.
struct Effort {
    int rounds = 0;
    bool instructions = false; ///< counted too, where valgrind is installed
    bool brief = false;        ///< waits for nothing to settle: that it runs is what is asked
};

/// Something of ours beside another's at equal work, turn by turn. A peer that is not installed is
/// reported as missing, never as beaten.
struct Contest {
    std::string name;
    std::string what; ///< one line for the reader of the report
    Result<Comparison> (*hold)(const Contest& contest, const Effort& effort);
};

/// Whole processes that draw the same page.
std::vector<Contest> drawingContests();
/// The check of a seal beside the bare cryptography in it.
std::vector<Contest> sealContests();
/// A card's read beside the time of its bytes on the line.
std::vector<Contest> cardContests();
/// What a printer is given, on its way there, beside the least that it takes.
std::vector<Contest> printContests();
/// Our reading of codes beside other readers, on the same frames, new ones each round.
std::vector<Contest> codeContests();
/// The kiosk's whole program on its screen beside a browser.
std::vector<Contest> glassContests();

std::vector<Contest> allContests();

} // namespace kiosk::speed
