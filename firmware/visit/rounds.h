// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "firmware/base/event_loop.h"
#include "firmware/visit/beat.h"

namespace kiosk::visit {

/// Looks at something again and again: soon after something has happened, ever more rarely while
/// nothing does, so that a kiosk at rest sleeps. Loop thread only.
class Rounds {
public:
    struct Pace {
        std::chrono::milliseconds quickest;
        std::chrono::milliseconds slowest;
    };
    /// `look` is called on the loop; when it has looked it calls next(), or rest() where there is
    /// nothing to see until something happens.
    Rounds(EventLoop& loop, Pace pace, std::function<void()> look);
    /// The same at the beats of all that has time: each look is as much earlier as it takes.
    Rounds(EventLoop& loop, Pace pace, Beat beat, std::function<void()> look);
    Rounds(const Rounds&) = delete;
    Rounds& operator=(const Rounds&) = delete;

    /// Looks again: after twice the time of last time, or soon where quicken() was called since;
    /// in any case after no longer than `atMost`.
    void next(std::chrono::milliseconds atMost = std::chrono::milliseconds::max());
    /// Looks no more until quicken(), unless that was called since the look began.
    void rest();
    /// Something has happened: the next look comes soon, also one that was to be late.
    void quicken();

private:
    void lookAfter(std::chrono::milliseconds delay);

    EventLoop& loop_;
    Pace pace_;
    std::optional<Beat> beat_;
    std::function<void()> look_;
    std::chrono::milliseconds delay_; ///< until the look after the one that is waited for
    std::chrono::milliseconds waiting_{};
    bool resting_ = false;
    bool stirred_ = false; ///< since the last look began
    std::optional<EventLoop::TimerId> timer_;
};

} // namespace kiosk::visit
