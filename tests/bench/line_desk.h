// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/player.h"

namespace kiosk::bench {

/// Does what a person types, line by line, and answers each in one line: "ok " and the screen shown
/// then, or "no " and why not. Beside the steps of typed_step.h it knows "look", what stands on the
/// screen and can be touched, and "sheets", what was printed.
class LineDesk {
public:
    explicit LineDesk(Stage& stage) : stage_(stage), player_(stage) {}

    /// Returns when it is done, which may take as long as a step of a scenario.
    std::string answer(std::string_view line);

private:
    Result<std::string> outcomeOf(std::string_view line);
    std::string look() const;
    Result<std::string> sheets();

    Stage& stage_;
    Player player_;
};

} // namespace kiosk::bench
