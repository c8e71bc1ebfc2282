// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace kiosk::drivers {

/// The most characters a QR code can hold (ISO/IEC 18004, 40-L, alphanumeric has 4,296).
inline constexpr std::size_t kLongestCode = 4296;

/// Text of a two-dimensional code (QR). At most kLongestCode characters; not interpreted here.
struct Code {
    std::string text;
};

} // namespace kiosk::drivers
