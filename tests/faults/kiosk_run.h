// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/faults/site.h"
#include "tests/support/child_process.h"

namespace kiosk::faults {

/// Longer than the rarest look at a device takes, on a busy machine.
inline constexpr std::chrono::seconds kPatience{100};

/// The real kiosk of this site on a real window, as soon as it serves; the test fails if it does
/// not. Its words are in the site's "kiosk.log".
tests::ChildProcess startKiosk(const Site& site, std::map<std::string, std::string> environment);

} // namespace kiosk::faults
