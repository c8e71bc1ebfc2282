// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <mutex>

namespace kiosk::tests {

/// Where a driver hangs, heeding nothing, until a test lets it go.
class Gate {
public:
    void shut() { set(State::shut); }
    void open() { set(State::open); }
    void pass() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return state_ == State::open; });
    }

private:
    enum class State { open, shut };

    void set(State state) {
        const std::scoped_lock lock(mutex_);
        state_ = state;
        changed_.notify_all();
    }

    std::mutex mutex_; ///< guards state_
    std::condition_variable changed_;
    State state_ = State::open;
};

} // namespace kiosk::tests
