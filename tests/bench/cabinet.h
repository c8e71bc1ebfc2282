// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "drivers/auxiliaries/auxiliaries.h"
#include "tests/bench/acts.h"

namespace kiosk::bench {

/// How a cabinet stands after this has happened to it; nothing where something else is meant. A
/// call key is pressed, not left down.
std::optional<drivers::CabinetState> cabinetAfter(Happening what, drivers::CabinetState before);

} // namespace kiosk::bench
