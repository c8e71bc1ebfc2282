// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <optional>

namespace kiosk::visit {

/// Hands the newest of many values from one thread to a slower one; what nobody came to in time is
/// dropped. One value is held at most.
template <typename T>
class Newest {
public:
    /// True when the taker rests and has to be woken.
    bool put(T value) {
        const std::scoped_lock lock(mutex_);
        value_ = std::move(value);
        const bool rested = resting_;
        resting_ = false;
        return rested;
    }

    /// The newest, or nothing: then the taker rests from now on.
    std::optional<T> take() {
        const std::scoped_lock lock(mutex_);
        resting_ = !value_;
        std::optional<T> taken;
        taken.swap(value_);
        return taken;
    }

private:
    std::mutex mutex_;
    std::optional<T> value_;
    bool resting_ = true;
};

} // namespace kiosk::visit
