// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

#include "drivers/device/device_watch.h"
#include "tests/support/mock_testbed.h"

namespace kiosk::tests {

/// The one testbed of this program.
inline MockTestbed& hotPlugBed() {
    static MockTestbed bed;
    return bed;
}

/// A watch whose news wait here until the test takes them.
class NewsDesk {
public:
    /// The next news of this kind, waited for; nothing when none came in a time in which it should
    /// have. Others are dropped: the testbed tells an arrival twice.
    std::optional<drivers::DeviceNews> next(drivers::DeviceNews::What what) {
        std::unique_lock lock(mutex_);
        const auto isKnown = [this, what] {
            while (!news_.empty() && news_.front().what != what)
                news_.pop_front();
            return !news_.empty();
        };
        if (!came_.wait_for(lock, std::chrono::seconds(20), isKnown))
            return std::nullopt;
        drivers::DeviceNews first = std::move(news_.front());
        news_.pop_front();
        return first;
    }

private:
    void put(const drivers::DeviceNews& news) {
        const std::scoped_lock lock(mutex_);
        news_.push_back(news);
        came_.notify_one();
    }

    std::mutex mutex_; ///< guards news_
    std::condition_variable came_;
    std::deque<drivers::DeviceNews> news_;
    std::unique_ptr<drivers::DeviceWatch> watch_ =
        drivers::DeviceWatch::start([this](const auto& news) { put(news); }).value();
};

} // namespace kiosk::tests
