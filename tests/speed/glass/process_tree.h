// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <sys/types.h>

namespace kiosk::speed {

/// What a program and all it started use now, as the kernel counts it (/proc).
class ProcessTree {
public:
    explicit ProcessTree(pid_t root) : root_(root) {}

    double cpuMs() const;    ///< user and system, of those that live
    double memoryMb() const; ///< PSS: shared pages shared out
    /// How often any of its threads has gone to sleep, and so was woken, since it was started.
    long sleeps() const;

private:
    std::vector<pid_t> members() const;

    pid_t root_;
};

} // namespace kiosk::speed
