// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "firmware/base/clock.h"

namespace kiosk::document::pdf {

/// "D:20261101080000+08'00'" (ISO 32000-1, 7.9.4) with at least the seconds; without a zone it is
/// China's, where the licences come from. Nothing for what is no such date.
std::optional<WallTime> parseDate(std::string_view text);

} // namespace kiosk::document::pdf
