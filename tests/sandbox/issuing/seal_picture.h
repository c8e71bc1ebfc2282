// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "firmware/base/bytes.h"
#include "firmware/base/length.h"

namespace kiosk::sandbox {

/// What stands in a round official seal.
struct SealInscription {
    std::string around; ///< "云州市证照管理局", along the upper rim
    std::string across; ///< "电子证照专用章", below the star
    std::string number; ///< along the lower rim
};

inline constexpr SizeMm kSealSize{{40}, {40}};

/// The seal as a PNG with transparent ground, to be shown at kSealSize.
Bytes drawSealPng(const SealInscription& inscription);

} // namespace kiosk::sandbox
