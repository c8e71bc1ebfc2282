// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/style/source_tree.h"

namespace kiosk::style {

/// Lines from a function's first word to its closing brace.
struct FunctionSize {
    std::string path;
    std::size_t line = 0;
    std::size_t lines = 0;
};

/// The functions defined in a C++ file; a lambda counts to the function around it. Braces are
/// followed, the language is not parsed: good for statistics, and exact on formatted code.
std::vector<FunctionSize> functionsIn(const SourceFile& file);

/// What keeps a tree readable.
struct Limits {
    std::size_t fileLines = 600;
    std::size_t medianFileLines = 140;
    std::size_t medianFunctionLines = 10;
    std::size_t mostFunctionLines = 40;
    /// The share of functions that stays within mostFunctionLines, in per cent.
    std::size_t mostPerCent = 90;
    /// Lines of tests per hundred lines of product.
    std::size_t testLinesPerCent = 60;
};

Findings checkSizes(const Tree& tree, const Limits& limits);

} // namespace kiosk::style
