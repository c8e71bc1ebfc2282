// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "firmware/document/document.h"

namespace kiosk::tests {

/// A file made to hurt whoever opens it, and what must come of it.
struct HostileFile {
    std::string name;
    std::function<Bytes()> make;
    /// The code of the error, or "drawn" where every page can be drawn within the limits.
    std::string ending;
    /// A seal's picture (OFD) that is to be drawn on the first page; none where empty.
    std::function<Bytes()> sealPicture = {};
    /// What may come of it instead, where libraries below us decide by what is left of memory.
    std::string otherEnding = {};
};

std::vector<HostileFile> hostileArchives();
std::vector<HostileFile> hostileStructures();
std::vector<HostileFile> hostileDrawings();
std::vector<HostileFile> hostileFontsAndPictures();

} // namespace kiosk::tests
