// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/handout/device_key.h"
#include "firmware/health/health.h"

namespace kiosk::handout {

/// Form of the codes; a reader refuses what it does not know.
inline constexpr char kCodeForm = 1;

/// No code holds more characters: at error correction M and in the alphanumeric alphabet that is
/// version 14 of ISO/IEC 18004, 73 modules, 51 mm wide where a module has 0.63 mm.
inline constexpr std::size_t kMostCharacters = 528;
inline constexpr std::size_t kMostCodes = 9; ///< a technician scans them one by one

/// A health report as texts of QR codes, to be scanned in any order.
struct HealthCodes {
    std::string report;             ///< its number, "3F7A09C2": of these very bytes
    std::vector<std::string> texts; ///< 1 to kMostCodes
};

/// The report (health::reportOf: no person can stand in it), deflated and signed:
///
///     text    = "KH1/" kiosk "/" report "/" number "/" total "/" data "."
///     kiosk   = the first four digits of the key's fingerprint
///     report  = the first four bytes of SHA-256 of all data together, in capitals
///     data    = Base45 (RFC 9285) of a part of: form ‖ signature (64) ‖ point (65) ‖ report,
///               deflated (RFC 1951) from the JSON text
///
/// The signature is over "kiosk health report\n" ‖ form ‖ point ‖ deflated report. The full stop
/// keeps a blank at the end of the data through programs that trim texts. Each text is made of
/// characters that a code holds densest. Errors: DeviceKey::sign()'s, and "handout.too-long"
/// (supplier) for a report that would need more than kMostCodes.
Result<HealthCodes> healthCodes(const health::Health& health, const DeviceKey& key);
/// The same of a report's own text.
Result<HealthCodes> healthCodes(std::string_view report, const DeviceKey& key);

} // namespace kiosk::handout
