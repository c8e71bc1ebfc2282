// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/process/child.h"

namespace kiosk::reading {

/// What one question to another process may cost.
struct Patience {
    std::chrono::milliseconds processorTime{5'000};
    std::chrono::milliseconds wallTime{30'000}; ///< for one that sleeps instead
};

/// With another processor time, and as much more or less of the clock's.
constexpr Patience patienceOf(std::chrono::milliseconds processorTime) {
    constexpr Patience kUsual;
    return {processorTime, processorTime * (kUsual.wallTime / kUsual.processorTime)};
}

/// What a process has spent of it since this object was made.
class Spending {
public:
    Spending(const Child& child, const Patience& patience)
        : child_(child),
          processorEnd_(child.processorTime() + patience.processorTime),
          wallEnd_(std::chrono::steady_clock::now() + patience.wallTime) {}

    /// Error "document.too-much-work" (supplier) once it is too much.
    Result<> judge() const;

private:
    const Child& child_;
    std::chrono::nanoseconds processorEnd_;
    std::chrono::steady_clock::time_point wallEnd_;
};

} // namespace kiosk::reading
