// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "firmware/ending/run_file.h"

namespace kiosk::ending {

/// Looks which modules the program is made of now, should that have changed since the last look:
/// libraries come late (firmware/base/late_library.h). Takes the loader's lock: never in a signal
/// handler. One thread at a time.
void lookAtModules();

/// The program's own build, as Frame::build; 0 before the first look.
std::uint64_t ownBuild();

/// Where an address lies, by the last look; module empty and offset 0 where that is in none. Safe
/// in a signal handler.
FramePart frameAt(const void* address);

} // namespace kiosk::ending
