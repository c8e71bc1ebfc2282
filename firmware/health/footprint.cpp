// SPDX-License-Identifier: Apache-2.0
#include "firmware/health/footprint.h"

#include <fstream>

#include <unistd.h>

namespace kiosk::health {

namespace {

/// "size resident shared …", in pages.
std::optional<std::int64_t> residentBytes(const std::filesystem::path& statm) {
    std::ifstream in(statm);
    std::int64_t size = 0;
    std::int64_t resident = 0;
    if (!(in >> size >> resident))
        return std::nullopt;
    return resident * ::sysconf(_SC_PAGESIZE);
}

std::optional<std::int64_t> countIn(const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::directory_iterator at(folder, failed);
    std::int64_t count = 0;
    for (; !failed && at != std::filesystem::directory_iterator(); at.increment(failed))
        ++count;
    return failed ? std::nullopt : std::optional(count);
}

} // namespace

Footprint footprintOf(const std::filesystem::path& root) {
    const std::filesystem::path self = root / "proc/self";
    return {residentBytes(self / "statm"), countIn(self / "fd")};
}

} // namespace kiosk::health
