// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace kiosk::citizen {

/// The group of errors that are told in the same words: the same part or the same file, the same
/// person to act. Its texts hang on "error.group.<group>.what" and ".now". Empty for a code that
/// has words of its own ("error.<code>.what", "reason.<code>").
///
/// Every code that the product makes is in one or the other; the tests of style hold it so.
std::string_view errorGroupOf(std::string_view code);
/// All codes that have one, with it: for who tells of errors elsewhere (assets/health-page).
std::vector<std::pair<std::string_view, std::string_view>> groupedErrors();

/// The sign of what an error is about: the card, the printer, the code, the network …
std::string_view errorDrawing(std::string_view code);

} // namespace kiosk::citizen
