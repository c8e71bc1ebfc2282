// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>

#include "drivers/stick/stick_port.h"

namespace kiosk::stick {

/// Where on a stick its one FAT file system lies.
struct Volume {
    std::filesystem::path node;
    std::uint64_t offset = 0; ///< bytes
    std::uint64_t size = 0;   ///< bytes
};

/// Looks for it: with a partition table (DOS or GPT) or without one. Errors (all for the
/// technician): "stick.no-file-system" (unsupported), "stick.other-file-system" (unsupported) with
/// its name, as NTFS or exFAT, "stick.two-partitions" (unsupported): nobody can tell which is
/// meant, "stick.pulled" (device).
Result<Volume> findVolume(const std::filesystem::path& node);

/// Whether the stick is there still and as large as it was.
bool isThere(const Volume& volume);

/// Everything that was written is on the stick when this returns, and the system has forgotten what
/// it knows of it: what is read afterwards comes from the stick. Error "stick.pulled" (device,
/// technician).
Result<> settle(const Volume& volume);

/// What is said wherever the stick has gone.
std::unexpected<Error> pulled();

} // namespace kiosk::stick
