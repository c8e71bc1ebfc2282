// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::kit {

/// Where a cut may be made.
enum class Cut { betweenWords, betweenCharacters };

/// The text in its smallest pieces: up to where a line may end in this language (Unicode Standard
/// Annex 14), or a character as people count them each. `language` is BCP 47, the text UTF-8.
std::vector<std::string> pieces(std::string_view text, const std::string& language, Cut cut);

} // namespace kiosk::kit
