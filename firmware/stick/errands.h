// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "drivers/stick/stick_port.h"
#include "firmware/base/bytes.h"
#include "firmware/stick/progress.h"
#include "firmware/stick/walled_tool.h"

namespace kiosk::stick {

/// Hears how an errand goes on; its error ends the errand, as where nobody waits any more.
using Tell = std::function<Result<>(const Progress&)>;

/// What goes onto a stick.
struct Archive {
    std::string name; ///< plain
    Bytes bytes;
};

/// Each errand admits the stick, does what it is for and lets go of it, however it ends. Errors
/// beside those of StickPort, findVolume() and FatFiles: "stick.write-protected" (refused,
/// technician), "stick.full" (storage, technician), "stick.differs" (integrity, technician): what
/// was read back is not what was written.

/// Puts an archive onto the stick. Once this returns without an error it was synced, read back from
/// the stick and found the same, and nothing uses the stick any more: it is safe to remove.
Result<> putOntoStick(drivers::StickPort& port, const Archive& archive, const Tell& tell);

/// What a bundle on a stick says of itself, and whether it may follow the system that runs; `end`
/// is a file as long as the bundle that holds its last mebibyte alone, where its signature and
/// manifest lie.
using Judge = std::function<BundleOnStick(const std::filesystem::path& end)>;

/// The bundles (*.raucb) in the stick's first folder, eight at most, each read to its end and
/// judged. `room` is a folder where the ends may lie for the moment.
Result<std::vector<BundleOnStick>> lookForBundles(drivers::StickPort& port, const Judge& judge,
                                                  const std::filesystem::path& room,
                                                  const Tell& tell);

/// Gives a bundle on the stick to `sink`, piece by piece. Before the first piece the sink has heard
/// its size by Progress::needs. Error "stick.none-such" (notFound, technician).
Result<> giveBundle(drivers::StickPort& port, const std::string& name, const Sink& sink,
                    const Tell& tell);

} // namespace kiosk::stick
