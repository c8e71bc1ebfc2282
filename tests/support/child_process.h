// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <sys/types.h>

#include "firmware/base/result.h"

namespace kiosk::tests {

/// A program started for a test or the bench, ended with it: it dies with its parent even when the
/// parent is killed. Its output goes to a log file. Main thread only.
class ChildProcess {
public:
    struct Options {
        std::vector<std::string> command;
        std::map<std::string, std::string> environment; ///< added to ours
        std::filesystem::path log;                      ///< stdout and stderr, appended
    };

    /// Error "process.start" (technician) with the program's name where it cannot be started.
    static Result<ChildProcess> start(const Options& options);

    ChildProcess() = default;
    ~ChildProcess() { end(); }
    ChildProcess(ChildProcess&& other) noexcept : id_(std::exchange(other.id_, 0)) {}
    ChildProcess& operator=(ChildProcess&& other) noexcept {
        end();
        id_ = std::exchange(other.id_, 0);
        return *this;
    }

    pid_t id() const { return id_; }
    bool running();
    /// Until it ends by itself.
    void wait();
    /// SIGTERM, and SIGKILL for one that has not ended two seconds later.
    void end();
    /// SIGKILL at once: what a power cut leaves of a process.
    void kill();

private:
    explicit ChildProcess(pid_t id) : id_(id) {}

    pid_t id_ = 0;
};

} // namespace kiosk::tests
