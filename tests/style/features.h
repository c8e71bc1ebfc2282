// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "tests/style/source_tree.h"

namespace kiosk::style {

/// A row of tests/features.md: `| R1 | what the kiosk does | state | test |`.
struct FeatureRow {
    enum class State { shown, inPart, later };

    std::string id;
    State state = State::later;
    /// The name of a TEST_CASE, empty for `later`.
    std::string test;
    std::size_t line = 0;
};

/// Rows whose state is none of "shown", "in part", "later" are left out of the first and named in
/// the second.
std::pair<std::vector<FeatureRow>, Findings> parseFeatures(const SourceFile& table);

/// A TEST_CASE and the rows its name begins with: {"D4", "R1"} for "D4 R1 a card pulled early".
struct NamedTest {
    std::string name;
    std::vector<std::string> rows;
    std::string path;
    std::size_t line = 0;
};

std::vector<NamedTest> testsIn(const SourceFile& file);

/// A row is shown, at least in part, exactly when tests are named after it, and the test it names
/// is one of these.
Findings checkFeatures(const Tree& tree, const SourceFile& table);

} // namespace kiosk::style
