// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/speed/report.h"

namespace kiosk::speed {

/// Programs of others that do what one of the measured spans does. A peer that is not installed is
/// reported as missing, never as beaten.
std::vector<Peer> peersOf(const std::vector<Measured>& spans, int rounds);

} // namespace kiosk::speed
