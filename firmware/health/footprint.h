// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace kiosk::health {

/// What this process holds of the machine now; what cannot be told is empty.
struct Footprint {
    std::optional<std::int64_t> memory{}; ///< resident, bytes
    std::optional<std::int64_t> files{};  ///< open
};

/// By /proc/self/statm and /proc/self/fd (proc(5)) below this root, which is "/" on the machine
/// itself. On any thread.
Footprint footprintOf(const std::filesystem::path& root);

} // namespace kiosk::health
