// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>
#include <vector>

#include "firmware/base/result.h"

namespace kiosk::kit {

/// How many of a set of Han characters the fonts can draw.
struct FontCoverage {
    std::string_view set; ///< "GB 18030-2022 level 3"
    std::size_t characters = 0;
    std::size_t drawn = 0;

    bool isComplete() const { return drawn == characters; }
};

/// What the fonts of that fontconfig file draw of the characters that names of persons and places
/// may hold: the 87,887 of implementation level 3 of GB 18030-2022, which systems of public
/// services must reach (A72), and the 9,793 of its amendment 1 of 2024 (A73). A character without
/// a glyph is shown as a box with its code point. Takes some tens of milliseconds; any thread.
/// Errors: "fonts.unreadable" (configuration).
Result<std::vector<FontCoverage>> auditFonts(const std::filesystem::path& fontsFile);

} // namespace kiosk::kit
