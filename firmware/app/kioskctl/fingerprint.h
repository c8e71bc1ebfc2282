// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "firmware/base/result.h"

namespace kiosk::app {

/// The name of a kiosk's key, as somebody types it: "3F7A-09C2-11D0-5E6B-77A0" itself, or a file in
/// which just one such name stands, as what `kioskctl readiness` printed. Errors:
/// "usage.no-fingerprint" (citizenAgain), and those of reading the file.
Result<std::string> fingerprintBy(const std::string& keyOrFile);

} // namespace kiosk::app
