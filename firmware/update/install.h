// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/update/bundle_program.h"
#include "firmware/update/system.h"

namespace kiosk::update {

/// Whether a system may be followed by one that is older than itself: only by a technician's word.
enum class Older { refused, allowed };

/// Whether this bundle may follow the system that runs, without changing anything. The same
/// version may: that repairs a slot. Errors: those of BundleProgram::look(), "update.other-board",
/// "update.older" (both refused, technician), "update.not-proven" (unavailable, wait) where the
/// system that runs has not been seen to work yet: there must be one to fall back on.
Result<BundleFacts> judge(const System& system, BundleProgram& program,
                          const std::filesystem::path& bundle, Older older);

/// Writes it over the slot that does not run and has the loader start that one next. Power may go
/// at any moment: until the last step this system is first, and the slot that is written has no try
/// left. Errors: those of judge() with nothing changed; those of BundleProgram::write(), and
/// "update.exchanged" (integrity, technician) where something else was written than was judged:
/// this system stays first then, alone. What a disk does not take: "file.open", "file.write".
Result<BundleFacts> install(const System& system, BundleProgram& program,
                            const std::filesystem::path& bundle, Older older);

} // namespace kiosk::update
