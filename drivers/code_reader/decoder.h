// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "drivers/code_reader/code_reader.h"

namespace kiosk::drivers {

/// Whether the frame is as large as it says, and not too large to be looked at.
bool isWhole(const Frame& frame);

/// The code in a whole frame as it is, by ZXing-C++. Pure.
std::optional<Code> decode(const Frame& frame);

} // namespace kiosk::drivers
