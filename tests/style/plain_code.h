// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kiosk::style {

/// C++ with comments, the insides of literals and preprocessor lines blanked out. Line breaks stay,
/// so that offsets and line numbers are those of the original.
std::string plainCode(std::string_view cpp);

} // namespace kiosk::style
