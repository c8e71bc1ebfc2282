// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::kit {

/// What is heard, for whoever does not hear it (A39; EN 301 549 5.1.5): as much of it as stands on
/// one line.
struct Caption {
    enum class Sign { voice, tone };

    Sign sign = Sign::voice;
    std::string words;    ///< values between isolates
    std::string language; ///< BCP 47

    bool operator==(const Caption&) const = default;
};

/// Cuts a text where its language lets a line end (Unicode line breaking, by ICU), each piece as
/// long as `fits` allows; a word that is longer than a line by itself is cut between two
/// characters. Isolates cut in two are closed and opened again. The pieces joined are the text but
/// for white space at the cuts.
std::vector<std::string> linesOf(std::string_view text, const std::string& language,
                                 const std::function<bool(std::string_view)>& fits);

} // namespace kiosk::kit
