// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/app/config.h"
#include "firmware/app/kiosk.h"

namespace kiosk::app {

/// The parts of a kiosk in a cabinet: driver modules by name, regions over HTTPS, a thread for
/// each; without the words of paper, which come from the screens' catalogue. Errors: those of the
/// trust list, the list of USB devices, the purposes and the regions' key files.
Result<KioskParts> realParts(const Config& config);

} // namespace kiosk::app
