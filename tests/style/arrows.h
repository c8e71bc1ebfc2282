// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

#include "tests/style/source_tree.h"

namespace kiosk::style {

/// Which room may include which, and which library belongs to whom (arrows.txt).
struct Arrows {
    /// Room, which may end in "/*" for each of its folders, to the rooms it may include.
    std::map<std::string, std::set<std::string>, std::less<>> rooms;
    /// Beginning of a header in angle brackets, to the folders that alone may include it.
    std::map<std::string, std::set<std::string>, std::less<>> libraries;
};

/// Lines "room: rooms…" and "<header: folders…".
Arrows parseArrows(std::string_view table);

/// Includes against the arrows, of libraries by strangers, and files in a room the table lacks.
Findings checkArrows(const Tree& tree, const Arrows& arrows);

/// Rooms that reach themselves over the arrows of the table.
Findings checkCircles(const Arrows& arrows);

/// Rooms that hold code, and the folders around them, without a README.md.
Findings checkReadmes(const Tree& tree, const Arrows& arrows);

} // namespace kiosk::style
