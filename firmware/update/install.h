// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/update/bundle_program.h"
#include "firmware/update/system.h"

namespace kiosk::update {

/// Whether a system may be followed by one that is older than itself: only by a technician's word.
enum class Older { refused, allowed };

/// Whether what a bundle says of itself (BundleProgram::look()) may follow the system that runs.
/// The same version may: that repairs a slot. Errors: "update.other-board", "update.older" (both
/// refused, technician), "update.not-proven" (unavailable, wait) where the system that runs has not
/// been seen to work yet: there must be one to fall back on.
Result<> judge(const System& system, const BundleFacts& facts, Older older);

/// Writes a bundle that was judged by these facts over the slot that does not run and has the
/// loader start that one next. Power may go at any moment: until the last step this system is
/// first, and the slot that is written has no try left. Errors: those of BundleProgram::write(),
/// and "update.exchanged" (integrity, technician) where something else was written than was judged:
/// this system stays first then, alone. What a disk does not take: "file.open", "file.write".
Result<> install(const System& system, BundleProgram& program, const std::filesystem::path& bundle,
                 const BundleFacts& judged);

} // namespace kiosk::update
