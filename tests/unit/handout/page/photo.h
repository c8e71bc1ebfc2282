// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kiosk::tests {

/// How somebody photographs a kiosk's codes.
struct Photo {
    double degrees = 0;      ///< turned
    double blurPixels = 0;   ///< out of focus, of 5 pixels a module
    double coveredFrom = 0;  ///< of each code's width, from its left: a thumb
    double coveredShare = 0; ///< of each code's width
};

/// The codes side by side on grey, as handout::codePicture() draws them, as a PNG.
void photograph(const std::vector<std::string>& texts, const std::filesystem::path& file,
                const Photo& how = {});

} // namespace kiosk::tests
