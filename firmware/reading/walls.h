// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>

#include "firmware/base/result.h"

/// What a process that handles bytes of strangers may still do. Raised by that process itself, for
/// good, on all its threads; a process started by it would inherit them.
namespace kiosk::reading::walls {

struct Limits {
    std::size_t memory = std::size_t{256}
                         << 20;             ///< bytes of its own, beside what it maps or shares
    std::chrono::seconds processorTime{60}; ///< over its whole life
};

/// Around a reader that has opened all it needs: it can compute, and read and write the descriptors
/// it holds. No file can be opened ("permission denied"); any other system call ends the process:
/// sockets, processes, memory to run code from. Errors: "document.no-walls" (technician).
Result<> raiseAroundReader(const Limits& limits);

/// Around a program of the system about to be executed: besides the above it can load its libraries
/// and read the system's programs, libraries and fonts, and nothing of the kiosk's own state. Needs
/// Landlock (Linux 5.13).
Result<> raiseAroundProgram(const Limits& limits);

/// The same around espeak-ng, whose libraries look for a service to play sound: they are told that
/// there is none, where other programs would be ended.
Result<> raiseAroundVoice(const Limits& limits);

} // namespace kiosk::reading::walls
