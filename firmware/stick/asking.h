// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/stick/errands.h"
#include "firmware/stick/wire.h"
#include "firmware/update/history.h"

namespace kiosk::stick {

/// The kiosk's side of the wire (desk.h): each asks for one thing on a wire of its own, tells how
/// it goes on, and waits for its end. Errors are the desk's own, the wire's, and those of `tell`.

enum class What { everything, errorsOnly };
/// The name of the archive, which is on the stick, compared, and safe to remove.
Result<std::string> askForExport(Wire& wire, What what, const Tell& tell);

Result<std::vector<BundleOnStick>> askForBundles(Wire& wire, const Tell& tell);

/// Oldest first.
Result<std::vector<update::Event>> askForHistory(Wire& wire);

/// Where a bundle is put for the system to find it (kiosk-update.path in the image).
struct UpdateFolder {
    std::filesystem::path path;
    /// What is free there, bytes: of its disk.
    std::function<std::uint64_t(const std::filesystem::path&)> free = freeBytes;

    static std::uint64_t freeBytes(const std::filesystem::path& folder);
};
/// A technician's word that the system may become an older one.
enum class OlderMay { no, yes };

/// Copies a bundle from the stick into the folder, where it appears whole: written beside it,
/// synced, read again and compared with what the stick gave, renamed. With OlderMay::yes the word
/// lies beside it before, for this version alone ("stick.raucb.older"). Errors of its own:
/// "update.under-way" (unavailable, wait) where another one waits there, "update.no-room" (storage,
/// technician), "update.copy-differs" (integrity, technician), those of the folder's disk.
Result<> fetchBundle(Wire& wire, const BundleOnStick& bundle, const UpdateFolder& folder,
                     OlderMay older, const Tell& tell);

} // namespace kiosk::stick
