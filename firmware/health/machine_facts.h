// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "firmware/health/health.h"

namespace kiosk::health {

/// Where to look: the machine itself, or a folder that stands for it.
struct Machine {
    std::filesystem::path root = "/"; ///< of /proc, /sys and /run
    std::filesystem::path state;      ///< the kiosk's state folder
};

/// Bytes left for the kiosk's own user where the folder lies; nothing where it does not.
std::optional<std::int64_t> diskFree(const std::filesystem::path& folder);
/// What went wrong so far with ext4 where the folder lies, by the file system's own count, which a
/// repair alone sets back (errors_count of /sys/fs/ext4); nothing where another lies there.
std::optional<std::int64_t> diskErrors(const std::filesystem::path& root,
                                       const std::filesystem::path& folder);
/// Writes, syncs and drops a page there. "store.missing" (configuration): it is no folder;
/// "store.not-writable" (technician): permission, a read-only or a full disk.
Outcome storeOutcome(const std::filesystem::path& folder);
/// What the system's first program wrote into /run/kiosk-data; nothing where another system runs,
/// or for any word but its own.
std::optional<AtRest> atRest(const std::filesystem::path& root);
/// MemAvailable of /proc/meminfo (proc(5)), in bytes.
std::optional<std::int64_t> memoryFree(const std::filesystem::path& root);
/// The hottest of /sys/class/thermal.
std::optional<double> hottestCelsius(const std::filesystem::path& root);
/// Whether any interface but the loopback has a carrier; nothing where none can be seen.
std::optional<bool> hasLink(const std::filesystem::path& root);
/// Whether any interface but the loopback has an IPv4 route or a global IPv6 address.
std::optional<bool> hasAddress(const std::filesystem::path& root);

/// All of these but the network. On any thread; takes as long as a sync.
void readMachine(Health& health, const Machine& machine);

} // namespace kiosk::health
