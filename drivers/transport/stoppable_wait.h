// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <span>
#include <stop_token>

#include <poll.h>

#include "firmware/base/process/descriptor.h"

namespace kiosk::drivers {

/// Sleeps until something can be read, the time is over or the token asks, and not once before: a
/// device that is waited for all day does not wake the processor all day. One thread waits.
class StoppableWait {
public:
    enum class End { ready, timeOver, stopped };

    StoppableWait();

    /// As poll(2): fills in what happened to each of `watched`. What is ready comes before a stop.
    /// A signal does not end it.
    End wait(std::span<pollfd> watched, std::chrono::milliseconds longest,
             const std::stop_token& stop) const;

private:
    Descriptor bell_; ///< rung by the token
};

} // namespace kiosk::drivers
