// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/event_loop.h"

#include <algorithm>

namespace kiosk {

void EventLoop::post(Task task) {
    {
        const std::scoped_lock lock(mutex_);
        posted_.push_back(std::move(task));
    }
    if (waker_)
        waker_();
}

EventLoop::TimerId EventLoop::after(SteadyTime::duration delay, Task task) {
    const std::uint64_t id = ++lastTimer_;
    timers_.emplace(std::pair(clock_.steady() + delay, id), std::move(task));
    return TimerId{id};
}

void EventLoop::cancel(TimerId timer) {
    const auto it = std::ranges::find_if(timers_, [timer](const auto& entry) {
        return entry.first.second == static_cast<std::uint64_t>(timer);
    });
    if (it != timers_.end())
        timers_.erase(it);
}

std::size_t EventLoop::runReady() {
    std::size_t count = 0;
    while (true) {
        std::optional<Task> task = takePosted();
        if (!task)
            task = takeDueTimer();
        if (!task)
            return count;
        (*task)();
        ++count;
    }
}

std::optional<SteadyTime> EventLoop::nextDeadline() const {
    if (timers_.empty())
        return std::nullopt;
    return timers_.begin()->first.first;
}

std::optional<EventLoop::Task> EventLoop::takePosted() {
    const std::scoped_lock lock(mutex_);
    if (posted_.empty())
        return std::nullopt;
    Task task = std::move(posted_.front());
    posted_.pop_front();
    return task;
}

std::optional<EventLoop::Task> EventLoop::takeDueTimer() {
    if (timers_.empty() || timers_.begin()->first.first > clock_.steady())
        return std::nullopt;
    Task task = std::move(timers_.begin()->second);
    timers_.erase(timers_.begin());
    return task;
}

} // namespace kiosk
