// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "firmware/base/result.h"

namespace kiosk::app {

/// "code read": reads the code in a picture, says what it is and, with a trust list, whether its
/// region signed it. Exit codes with a trust list are those of a verification.
Result<int> readCodeInPicture(std::span<const std::string_view> words);

inline constexpr std::string_view kCodeReadUsage =
    "FILE.png [--trust DIR] [--at TIME] [--file LICENCE] [--json]";

} // namespace kiosk::app
