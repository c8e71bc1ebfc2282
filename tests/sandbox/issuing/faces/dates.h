// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "firmware/base/clock.h"
#include "firmware/licence/licence.h"

namespace kiosk::sandbox {

/// "20261123100000Z".
std::string compactUtc(WallTime time);
/// "2026-11-23", as metadata has it.
std::string isoDate(Date date);
/// "2026年11月23日", as a licence's face has it.
std::string faceDate(Date date);

} // namespace kiosk::sandbox
