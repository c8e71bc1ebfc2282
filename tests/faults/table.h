// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/faults/fault.h"

namespace kiosk::faults {

/// Plants each in a kiosk of its own, asks the doctor, and puts the world right again.
void checkTable(const std::vector<Fault>& faults);

} // namespace kiosk::faults
