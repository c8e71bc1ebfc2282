// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "firmware/document/ofd/model.h"

namespace kiosk::kit::svg {

/// Path data (SVG 1.1, 8.3) but for quadratic curves, as absolute lines and cubic curves. Nothing
/// where it is not path data to its end.
std::optional<std::vector<document::ofd::PathStep>> parsePath(std::string_view data);

} // namespace kiosk::kit::svg
