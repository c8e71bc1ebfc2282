// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/handout/signed_codes.h"
#include "firmware/health/health.h"

namespace kiosk::handout {

/// A health report as texts of QR codes, to be scanned in any order.
struct HealthCodes {
    std::string report;             ///< its number, "3F7A09C2": of the very bytes in them
    std::vector<std::string> texts; ///< 1 to kMostCodes
};

/// The report (health::reportOf: no person can stand in it), but for what health::forCodes() leaves
/// out, as signedCodes() of its JSON text, with the mark "KH1" and signed as "kiosk health
/// report\n". Errors: signedCodes()'s.
Result<HealthCodes> healthCodes(const health::Health& health, const DeviceKey& key);
/// The same of a report's own text.
Result<HealthCodes> healthCodes(std::string_view report, const DeviceKey& key);

} // namespace kiosk::handout
