// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kiosk::app {

enum class Colour { green, red, yellow };

/// Whether standard output is a terminal that shows colours: none where NO_COLOR is set or TERM is
/// "dumb" (no-color.org).
bool showsColours();

/// The text as such a terminal shows it in that colour; as it is where it is none.
std::string coloured(std::string_view text, Colour colour);

} // namespace kiosk::app
