// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

#include "firmware/base/result.h"

namespace kiosk {

/// A process of ours that is killed with this object.
class Child {
public:
    /// Starts `command` with these descriptors under these numbers; standard streams not among them
    /// lead nowhere: words of libraries may quote what they work on. Of the kiosk's environment it
    /// sees nothing, only language, time zone and `environment` ("NAME=value"). Error
    /// "process.not-started" (technician).
    static Result<Child> start(std::vector<std::string> command,
                               const std::map<int, int>& descriptors,
                               const std::vector<std::string>& environment = {});

    ~Child() { end(); }
    Child(Child&& other) noexcept;
    Child& operator=(Child&&) = delete;

    /// Spent by all its threads so far.
    std::chrono::nanoseconds processorTime() const;
    /// How it ended (as waitpid() says), where it did so by itself within a moment.
    std::optional<int> ownEnd();
    void end();

private:
    explicit Child(pid_t id) : id_(id) {}

    pid_t id_ = 0;
};

} // namespace kiosk
