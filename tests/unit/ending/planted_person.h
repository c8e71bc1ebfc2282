// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace kiosk::tests {

/// An invented person that a process holds when it ends.
inline constexpr std::string_view kPlantedName = "欧阳试样";
inline constexpr std::string_view kPlantedNumber = "990101198806150023";

} // namespace kiosk::tests
