// SPDX-License-Identifier: Apache-2.0
#include "firmware/update/install.h"

namespace kiosk::update {

Result<> judge(const System& system, const BundleFacts& facts, Older older) {
    if (facts.board != system.board)
        return fail(ErrorKind::refused, "update.other-board", Remedy::technician,
                    "it is for " + facts.board + ", and this is " + system.board);
    if (facts.version < system.version && older == Older::refused)
        return fail(ErrorKind::refused, "update.older", Remedy::technician,
                    facts.version.text() + " is older than " + system.version.text());
    if (!TRY(readSlots(system.loaderFile)).isProven(system.running))
        return fail(ErrorKind::unavailable, "update.not-proven", Remedy::wait,
                    "this system was not seen to work yet");
    return {};
}

Result<> install(const System& system, BundleProgram& program, const std::filesystem::path& bundle,
                 const BundleFacts& judged) {
    const Slot target = otherThan(system.running);
    TRY(closeSlot(system.loaderFile, target));
    TRY(program.write(bundle));
    // The file may have become another one since it was judged; what was written is on record.
    if (TRY(program.written(target)) != judged.version)
        return fail(ErrorKind::integrity, "update.exchanged", Remedy::technician,
                    "the file changed while it was installed");
    return startNext(system.loaderFile, target);
}

} // namespace kiosk::update
