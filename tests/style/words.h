// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/style/source_tree.h"

namespace kiosk::style {

/// A word our files do without, where, and what to write instead.
struct ForbiddenWord {
    enum class Place { text, name };

    std::string word;
    /// `text` is anywhere, ASCII case aside; `name` is a part of an identifier in C++ or of a path.
    Place place = Place::text;
    std::string instead;
};

/// Lines "text|name WORD reason…" (forbidden_words.txt).
std::vector<ForbiddenWord> parseForbiddenWords(std::string_view table);

Findings checkWords(const Tree& tree, const std::vector<ForbiddenWord>& words);

/// Every C++, CMake and script file says once, in its first two lines, under which licence it is.
Findings checkLicenceLines(const Tree& tree);

} // namespace kiosk::style
