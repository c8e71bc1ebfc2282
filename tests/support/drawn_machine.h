// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "firmware/base/files.h"
#include "firmware/base/text.h"

namespace kiosk::tests {

/// The arrows drawn in a header's comment, "///     start -> identify scan", as pairs of names.
inline std::vector<std::pair<std::string, std::string>>
drawnArrows(const std::filesystem::path& header) {
    std::vector<std::pair<std::string, std::string>> arrows;
    const std::string text = toText(*readFile(header));
    for (std::string_view line : split(text, '\n')) {
        const auto arrow = line.find(" -> ");
        if (!line.starts_with("///     ") || arrow == std::string_view::npos)
            continue;
        const std::string from(trimmed(line.substr(3, arrow - 3)));
        for (std::string_view to : split(trimmed(line.substr(arrow + 4)), ' '))
            arrows.emplace_back(from, to);
    }
    return arrows;
}

} // namespace kiosk::tests
