// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "firmware/base/result.h"

namespace kiosk {

/// A file, or a folder with all beneath it, and what a process may do there. Nobody makes, moves or
/// removes anything.
struct VisiblePath {
    enum class Access { read, write }; ///< each includes executing; who writes may also read

    std::string path;
    Access access = Access::read;
};

/// From now on this process, and whatever it starts, sees no other path, and cannot look into
/// processes without these walls. A path that this system does not have needs no rule. Needs
/// Landlock (Linux 5.13). Error "process.no-walls" (technician).
Result<> seeOnly(std::span<const VisiblePath> paths);

} // namespace kiosk
