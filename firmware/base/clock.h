// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace kiosk {

using SteadyTime = std::chrono::steady_clock::time_point;
using WallTime = std::chrono::system_clock::time_point;

/// The only source of time for decisions, so that tests can move it. Thread-safe.
/// Deadlines and back-off use steady(); dates on paper and in records use wall().
class Clock {
public:
    virtual ~Clock() = default;
    virtual SteadyTime steady() const = 0;
    virtual WallTime wall() const = 0;
};

/// The machine's clock.
class SystemClock final : public Clock {
public:
    SteadyTime steady() const override;
    WallTime wall() const override;
};

} // namespace kiosk
