// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/scenario.h"

namespace kiosk::bench {

/// A scenario's step as a person types it: its word, a blank, its value ("paper out", "layCard
/// 林云舒"; "see choose 云州市" waits for a screen with this text on it). "card", "lift" and
/// "code", which is the last sheet's, are shorter ones. A line that begins with a brace is the step
/// itself. Error "scenario.syntax" (configuration).
Result<Play> typedStep(std::string_view line);

/// All that can be typed, a line each, with what it does.
std::string typedWords();

} // namespace kiosk::bench
