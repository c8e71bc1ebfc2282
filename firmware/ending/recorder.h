// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/ending/history.h"

/// The run that this process is: says durably that it began, and with its last words how it ended.
///
/// A crash leaves in the state folder what signal it was, what its thread was at, where in the
/// program's code (module, build and offset) and the last events: fixed numbers, from memory that
/// was set aside before, through a descriptor that was open before, by calls that a signal handler
/// may make (signal-safety(7); backtrace(3) is loaded before, and looks modules up without a lock,
/// glibc 2.35 _dl_find_object). No memory, no register and no text is written, and no core is
/// dumped, so that no person can stand in it.
namespace kiosk::ending {

struct Run {
    std::filesystem::path state; ///< the kiosk's folder, which must be there
    std::string version;         ///< "0.1.0"
};

/// Begins the run, once in a process: keeps how the one before ended, says that this one began, and
/// from then on records how it ends: SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, std::terminate, and
/// SIGTERM, SIGINT and SIGHUP as a stop that was asked for. Each of these ends the process as it
/// did before. Any thread; takes two syncs. Returns all endings, newest first. Errors:
/// "ending.in-use" (configuration): another kiosk runs with this folder; "ending.not-open"
/// (technician); those of writing a file. After an error this run is not recorded.
Result<History> begin(const Run& run, WallTime now);

/// A stack of its own for signal handlers of the calling thread, so that one that has no stack left
/// can still tell. For the main thread, at any time.
void provideSignalStack();

/// This run ends because it was asked to, or in order. Any thread.
void noteStop();

// Of the loop, by its own thread.

/// It goes to work, and back to sleep: a crash tells how long it had been at work.
void noteLoopBusy();
void noteLoopIdle();
/// It has proved to the service manager that it turns, which that waits for at most so long. One
/// that is aborted from outside long after its last proof was frozen.
void noteProof(std::chrono::milliseconds waitedForAtMost);

} // namespace kiosk::ending
