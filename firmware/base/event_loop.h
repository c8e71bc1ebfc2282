// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>

#include "firmware/base/clock.h"

namespace kiosk {

/// The main thread's list of things to do. Workers hand their results over with post(); everything
/// else belongs to the thread that runs the loop. Tasks run in the order posted, timers when due.
class EventLoop {
public:
    using Task = std::move_only_function<void()>;
    enum class TimerId : std::uint64_t {};

    explicit EventLoop(const Clock& clock) : clock_(clock) {}

    /// From any thread. Calls the waker, if one is set.
    void post(Task task);

    /// Loop thread only. `delay` counts on the steady clock; the task runs once.
    TimerId after(SteadyTime::duration delay, Task task);
    void cancel(TimerId timer);

    /// Loop thread only: runs what is due now, including what these tasks post, and says how many
    /// ran.
    std::size_t runReady();

    /// When the next timer is due, if there is one: the longest time the owner may sleep.
    std::optional<SteadyTime> nextDeadline() const;

    /// Called after each post, on the posting thread, to wake a sleeping owner. Set before threads
    /// start.
    void setWaker(std::function<void()> waker) { waker_ = std::move(waker); }

private:
    std::optional<Task> takePosted();
    std::optional<Task> takeDueTimer();

    const Clock& clock_;
    std::function<void()> waker_;
    std::mutex mutex_; ///< guards posted_ only
    std::deque<Task> posted_;
    std::map<std::pair<SteadyTime, std::uint64_t>, Task> timers_;
    std::uint64_t lastTimer_ = 0;
};

} // namespace kiosk
