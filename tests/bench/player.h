// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "tests/bench/scenario.h"
#include "tests/bench/stage.h"

namespace kiosk::bench {

/// One step as it went.
struct PlayedStep {
    std::string line;
    std::string screen; ///< shown when the step was done
    std::chrono::milliseconds took{};
};

struct Report {
    std::vector<PlayedStep> steps;
    std::vector<PrintedSheet> sheets;
    bool held = false; ///< the kept screen was seen
};

/// Plays a scenario step by step; stops at the first step that does not hold, with an error that
/// names the step and what was on the screen instead ("scenario.failed").
class Player {
public:
    using Watch = std::function<void(const PlayedStep&)>;

    explicit Player(
        Stage& stage, Watch watch = [](const PlayedStep&) {})
        : stage_(stage), watch_(std::move(watch)) {}

    Result<Report> play(const Scenario& scenario);
    /// One step alone, waiting as in a scenario. Errors: "scenario.failed" and those of the stage.
    Result<> play(const Play& what) { return doStep(what); }

private:
    Result<> doStep(const Play& play);
    Result<> waitUntilSeen(const play::See& see);
    Result<> showCode(const play::ShowCode& show);
    Result<> touch(const play::Touch& touch);
    Result<> checkOutcome(const Outcome& wanted);
    void remember(const Glance& glance);

    Stage& stage_;
    Watch watch_;
    Report report_;
    std::vector<Glance> takeScreens_; ///< where copy numbers are shown
};

} // namespace kiosk::bench
