// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "firmware/base/result.h"
#include "tests/bench/stage.h"

namespace kiosk::bench {

/// What can stand in a scenario file. Files are data (tests/scenarios/*.json): who does what when,
/// and what must then be seen, printed, stored and sent. tests/scenarios/README.md lists the words.
namespace play {

struct Touch {
    std::string node;
};
struct See {
    std::string screen; ///< empty: any
    std::vector<std::string> text;
    std::vector<std::string> absent;
    std::vector<std::string> nodes; ///< ids that must be there
    int withinSeconds = 20;
};
struct LayCard {
    std::string person;
    Stage::Card card = Stage::Card::valid;
};
struct Happen {
    Happening what;
};
struct SetFault {
    std::string region, fault;
    std::optional<int> times; ///< for so many calls, then none
};
struct ShowCode {
    std::string text; ///< "last-sheet" stands for the code of the newest sheet
};
struct BreakRead {
    std::string how;
};
struct Wait {
    int seconds = 0;
};

} // namespace play

using Play = std::variant<play::Touch, play::See, play::LayCard, play::Happen, play::SetFault,
                          play::ShowCode, play::BreakRead, play::Wait>;

/// What must hold when the last step is done; what is not named is not asked.
struct Outcome {
    std::optional<int> sheets;         ///< licence copies with a code, slips not counted
    std::optional<int> slips;          ///< cut off the receipt printer's roll
    std::optional<bool> codesReadBack; ///< each copy's code names a number shown on the take screen
    std::optional<int> delivered;      ///< requests executed at the regions …
    std::optional<int> executionsPerKey; ///< … each at most this often
    std::optional<bool> held;            ///< a request was kept on the kiosk
};

struct Scenario {
    std::string name;
    std::string title; ///< begins with its feature rows or situation
    std::vector<Play> plays;
    std::vector<std::string> lines; ///< the same steps in words, for reports
    Outcome outcome;
};

/// One step, as it stands in a file: {"touch": "begin"}. Error "scenario.syntax" (configuration).
Result<Play> parseStep(std::string_view step);

/// Errors: "scenario.unreadable", "scenario.syntax" with the step's number and the word not
/// understood.
Result<Scenario> loadScenario(const std::filesystem::path& file);

} // namespace kiosk::bench
